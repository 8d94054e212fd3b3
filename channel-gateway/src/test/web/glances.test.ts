import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskApi } from '../../main/web/desk/api/client.ts';
import type { Glance } from '../../main/web/desk/api/types.ts';
import { Glances } from '../../main/web/desk/customer/glances.ts';
import { emptyState } from '../../main/web/desk/desk-state.ts';

/** An API that remembers what it was told; it fails as often as it is asked to. */
function remembering(failures = 0) {
  const told: string[] = [];
  const api = {
    glance: (customerId: string): Promise<Glance> => Promise.resolve({ customerId, suggestions: [] }),
    suggestionShown: (customerId: string, suggestionId: string) => {
      told.push(`shown ${customerId} ${suggestionId}`);
      return failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve();
    },
    answerSuggestion: (customerId: string, suggestionId: string, outcome: string) => {
      told.push(`${outcome} ${customerId} ${suggestionId}`);
      return Promise.resolve();
    },
  } as unknown as DeskApi;
  const state = emptyState();
  return { told, state, glances: new Glances(api, state, () => undefined) };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a suggestion in sight is told once', async () => {
  const { told, glances } = remembering();
  glances.shown('mikko', 'oil');
  glances.shown('mikko', 'oil');
  glances.shown('mikko', 'chain');
  await soon();
  deepEqual(told, ['shown mikko oil', 'shown mikko chain']);
});

test('what did not arrive is told again at the next sight', async () => {
  const { told, glances } = remembering(1);
  glances.shown('mikko', 'oil');
  await soon();
  glances.shown('mikko', 'oil');
  glances.shown('mikko', 'oil');
  await soon();
  equal(told.length, 2);
});

test('after an answer the glance is read anew', async () => {
  const { told, state, glances } = remembering();
  await glances.answer('mikko', 'oil', 'later');
  deepEqual(told, ['later mikko oil']);
  deepEqual(state.glances.get('mikko')?.suggestions, []);
});
