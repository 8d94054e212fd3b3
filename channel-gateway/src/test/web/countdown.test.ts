import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { countdown } from '../../main/web/desk/offer/countdown.ts';
import { ServerClock } from '../../main/web/desk/server-clock.ts';
import { backoff } from '../../main/web/stream/backoff.ts';

const made = '2026-11-22T12:00:00Z';
const expires = '2026-11-22T12:00:20Z';
const at = (seconds: number) => Date.parse(made) + seconds * 1_000;

test('a countdown runs from whole to nothing and never below', () => {
  deepEqual(countdown(expires, made, at(0)), { seconds: 20, left: 1, hurry: false });
  deepEqual(countdown(expires, made, at(10)), { seconds: 10, left: 0.5, hurry: false });
  deepEqual(countdown(expires, made, at(15)), { seconds: 5, left: 0.25, hurry: true });
  deepEqual(countdown(expires, made, at(60)), { seconds: 0, left: 0, hurry: true });
});

test('a clock that is behind does not show more than the whole', () => {
  equal(countdown(expires, made, at(-5)).left, 1);
});

test('the server clock follows the least delayed event', () => {
  let local = Date.parse('2026-11-22T11:50:00Z');
  const clock = new ServerClock(() => local);
  equal(clock.now(), local);
  clock.heard('2026-11-22T12:00:00Z');
  equal(clock.now(), Date.parse('2026-11-22T12:00:00Z'));
  local += 60_000;
  clock.heard('2026-11-22T12:00:30Z');
  equal(clock.now(), Date.parse('2026-11-22T12:01:00Z'));
  clock.heard('not a time');
  equal(clock.now(), Date.parse('2026-11-22T12:01:00Z'));
});

test('tries are spread further and further apart, but an agent is back well within thirty seconds', () => {
  equal(
    backoff(0, () => 0),
    200,
  );
  equal(
    backoff(0, () => 1),
    400,
  );
  equal(
    backoff(3, () => 1),
    3_200,
  );
  equal(
    backoff(50, () => 1),
    8_000,
  );
});
