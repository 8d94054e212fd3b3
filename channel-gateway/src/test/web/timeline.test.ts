import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineEntry } from '../../main/web/desk/api/types.ts';
import { details, rows, subjectOf } from '../../main/web/desk/customer/timeline.ts';

const entry = (touchpointId: string, occurredAt: string): TimelineEntry => ({
  touchpointId,
  kind: 'purchase',
  occurredAt,
  verified: true,
});

test('the newest is first, whatever order it came in', () => {
  const entries = [
    entry('a', '2026-11-20T10:00:00Z'),
    entry('b', '2026-11-22T10:00:00Z'),
    entry('c', '2026-11-21T10:00:00Z'),
  ];
  deepEqual(
    rows(entries, undefined).map((row) => row.entry.touchpointId),
    ['b', 'c', 'a'],
  );
});

test('what is said in the open conversation takes one row, the rest stays in sight', () => {
  const said = (id: string, at: string, conversationId: string): TimelineEntry => ({
    ...entry(id, at),
    kind: 'message-received',
    conversationId,
  });
  const entries = [
    said('now-1', '2026-11-22T10:00:00Z', 'now'),
    said('now-2', '2026-11-22T10:05:00Z', 'now'),
    said('mail', '2026-11-21T10:00:00Z', 'before'),
    entry('saw', '2026-11-14T10:00:00Z'),
  ];
  deepEqual(
    rows(entries, 'now').map((row) => [row.entry.touchpointId, row.messages]),
    [
      ['now-2', 2],
      ['mail', 1],
      ['saw', 1],
    ],
  );
});

test('a purchase tells its sum as money and what else it knows, as far as it is short', () => {
  const found = details({ amount: 329, currency: 'EUR', order: '10042-7', note: 'x'.repeat(200), lines: [1] }, 'en');
  deepEqual(found, ['€329.00', '10042-7']);
  deepEqual(details({ amountCents: 38_950, currency: 'EUR', orderNumber: '1' }, 'en'), ['€389.50', '1']);
  equal(details(undefined, 'en').length, 0);
  deepEqual(details({ amount: 'many', currency: 'EUR' }, 'en'), ['many', 'EUR']);
});

test('a mail has its subject, a message no title that only repeats its beginning', () => {
  const said = (title: string, text: string) => subjectOf({ ...entry('a', '2026-11-22T10:00:00Z'), title, text });
  equal(said('Öljy sahaan?', 'Hei, ostin sahan.'), 'Öljy sahaan?');
  equal(said('Hei, ostin sahan ja…', 'Hei,\nostin sahan ja mietin öljyä.'), '');
});
