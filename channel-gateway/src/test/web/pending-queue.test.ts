import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../main/web/pending/id.ts';
import { PendingQueue, type Outcome, type Pending, type PendingStore } from '../../main/web/pending/pending-queue.ts';

class Memory implements PendingStore<string> {
  items: Pending<string>[] = [];
  read(): Pending<string>[] {
    return this.items;
  }
  write(items: readonly Pending<string>[]): void {
    this.items = [...items];
  }
}

/** Answers from a script, remembering what was asked; the queue is idle when `flush` has returned. */
function scripted(outcomes: (Outcome | Error)[], store = new Memory()) {
  const sent: { id: string; body: string }[] = [];
  const waits: number[] = [];
  const queue = new PendingQueue<string>(
    store,
    ({ id, body }) => {
      sent.push({ id, body });
      const outcome = outcomes.shift() ?? { kind: 'accepted' };
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    () => undefined,
    (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  );
  return { queue, sent, waits, store };
}

async function settled(queue: PendingQueue<string>): Promise<void> {
  while (queue.list().some((item) => item.state === 'waiting')) await new Promise((resolve) => setTimeout(resolve, 0));
}

test('messages go out in order, and stay until they are confirmed', async () => {
  const { queue, sent } = scripted([]);
  const first = queue.add('one');
  queue.add('two');
  await settled(queue);
  deepEqual(
    sent.map((item) => item.body),
    ['one', 'two'],
  );
  deepEqual(
    queue.list().map((item) => item.state),
    ['accepted', 'accepted'],
  );
  queue.drop(first.id);
  deepEqual(
    queue.list().map((item) => item.body),
    ['two'],
  );
});

test('while the server is away the same message goes again under the same id, and nothing overtakes it', async () => {
  const { queue, sent, waits } = scripted([
    { kind: 'again', afterSeconds: 2 },
    new Error('no network'),
    { kind: 'accepted' },
  ]);
  queue.add('one');
  queue.add('two');
  await settled(queue);
  deepEqual(
    sent.map((item) => item.body),
    ['one', 'one', 'one', 'two'],
  );
  equal(new Set(sent.slice(0, 3).map((item) => item.id)).size, 1);
  equal(waits[0], 2_000);
});

test('a refused message steps aside with its reason and can be tried again', async () => {
  const { queue, sent } = scripted([{ kind: 'refused', reason: 'too long' }]);
  const refused = queue.add('one');
  queue.add('two');
  await settled(queue);
  deepEqual(
    queue.list().map((item) => [item.state, item.reason]),
    [
      ['refused', 'too long'],
      ['accepted', undefined],
    ],
  );
  queue.retry(refused.id);
  await settled(queue);
  deepEqual(
    sent.map((item) => item.body),
    ['one', 'two', 'one'],
  );
  equal(queue.list()[0]?.state, 'accepted');
});

test('what was waiting when the page was left goes out when it is back', async () => {
  const store = new Memory();
  store.items = [{ id: 'kept', body: 'one', createdAt: '2026-11-22T09:00:00Z', state: 'waiting' }];
  const { queue, sent } = scripted([], store);
  await queue.flush();
  deepEqual(sent, [{ id: 'kept', body: 'one' }]);
});

test('a flush ends the pause between two tries', async () => {
  let tries = 0;
  const queue = new PendingQueue<string>(
    new Memory(),
    () => Promise.resolve<Outcome>(++tries === 1 ? { kind: 'again', afterSeconds: 60 } : { kind: 'accepted' }),
    () => undefined,
    () => new Promise(() => undefined),
  );
  queue.add('one');
  while (tries === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => setTimeout(resolve, 0));
  void queue.flush();
  await settled(queue);
  equal(tries, 2);
});

test('ids are random UUIDs of version 4', () => {
  const ids = Array.from({ length: 100 }, newId);
  equal(
    ids.filter((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)).length,
    100,
  );
  equal(new Set(ids).size, 100);
});
