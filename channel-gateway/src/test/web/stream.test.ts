import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { Sequence } from '../../main/web/stream/sequence.ts';
import { Stream, type Connection, type StreamHost } from '../../main/web/stream/stream.ts';

test('a sequence takes each number once and notices a hole', () => {
  const sequence = new Sequence();
  sequence.startAt(7);
  equal(sequence.accept(8), 'next');
  equal(sequence.accept(8), 'seen');
  equal(sequence.accept(3), 'seen');
  equal(sequence.accept(10), 'gap');
  equal(sequence.accept(11), 'next');
  equal(sequence.position, 11);
  sequence.forget();
  equal(sequence.position, undefined);
});

/** The browser's socket, with the server's side in the test's hands. */
class Line {
  static last: Line;
  static count = 0;
  static readonly OPEN = 1;
  readonly readyState = 1;
  readonly sent: Record<string, unknown>[] = [];
  onmessage: ((message: { data: string }) => void) | undefined;
  onclose: (() => void) | undefined;

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    Line.last = this;
    Line.count++;
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {}
  push(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

function harness(reload: () => Promise<void> = () => Promise.resolve()) {
  const seen: string[] = [];
  const states: Connection[] = [];
  let reloads = 0;
  let renewals = 0;
  Object.assign(globalThis, {
    WebSocket: Line,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  const host: StreamHost = {
    url: 'ws://localhost/stream',
    protocols: () => Promise.resolve(['saumaton.v1', 'bearer.token']),
    reload: () => {
      reloads++;
      return reload();
    },
    apply: (event) => seen.push(event.kind),
    connection: (state) => states.push(state),
    renew: () => renewals++,
  };
  const stream = new Stream(host);
  return { stream, seen, states, reloads: () => reloads, renewals: () => renewals };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const event = (sequence: number) => ({ type: 'event', sequence, kind: `e${sequence}`, data: {} });

async function nextLine(after: number): Promise<void> {
  const end = Date.now() + 5_000;
  while (Line.count === after && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('the first hello reads everything; what arrives meanwhile waits and is not lost', async () => {
  let finish: () => void = () => undefined;
  const { stream, seen, states } = harness(() => new Promise((resolve) => (finish = resolve)));
  stream.start();
  await turn();
  Line.last.push({ type: 'hello', recipient: 'me', sequence: 4 });
  deepEqual(Line.last.sent, [{ type: 'resume', after: 4 }]);
  Line.last.push(event(5));
  deepEqual(seen, []);
  finish();
  await turn();
  deepEqual(seen, ['e5']);
  deepEqual(states, ['connecting', 'online']);
  stream.stop();
});

test('a line that breaks comes back and resumes after the last event, without reading everything again', async () => {
  const { stream, seen, states, reloads } = harness();
  stream.start();
  await turn();
  Line.last.push({ type: 'hello', recipient: 'me', sequence: 0 });
  await turn();
  Line.last.push(event(1));
  const count = Line.count;
  Line.last.onclose?.();
  equal(states.at(-1), 'offline');
  await nextLine(count);
  Line.last.push({ type: 'hello', recipient: 'me', sequence: 3 });
  deepEqual(Line.last.sent, [{ type: 'resume', after: 1 }]);
  [event(1), event(2), event(3)].forEach((frame) => Line.last.push(frame));
  deepEqual(seen, ['e1', 'e2', 'e3']);
  equal(reloads(), 1);
  stream.stop();
});

test('refetch and a hole both read everything afresh', async () => {
  const { stream, seen, reloads } = harness();
  stream.start();
  await turn();
  Line.last.push({ type: 'hello', recipient: 'me', sequence: 0 });
  await turn();
  Line.last.push({ type: 'refetch', sequence: 20 });
  await turn();
  equal(reloads(), 2);
  Line.last.push(event(21));
  Line.last.push(event(24));
  await turn();
  equal(reloads(), 3);
  deepEqual(seen, ['e21', 'e24']);
  stream.stop();
});

test('a token that ends soon is renewed on the open line', async () => {
  const { stream, renewals } = harness();
  stream.start();
  await turn();
  Line.last.push({ type: 'hello', recipient: 'me', sequence: 0 });
  Line.last.push({ type: 'token-expiring', expiresAt: '2026-11-22T12:00:00Z' });
  equal(renewals(), 1);
  stream.renewToken('fresh');
  deepEqual(Line.last.sent.at(-1), { type: 'token', token: 'fresh' });
  stream.stop();
});

test('a line that is stopped and begun again while it asks for a token is one line', async () => {
  const { stream } = harness();
  const count = Line.count;
  stream.start();
  stream.stop();
  stream.start();
  await turn();
  equal(Line.count, count + 1);
  stream.stop();
});

test('what is acknowledged is the last event taken', async () => {
  const { stream } = harness();
  stream.start();
  await turn();
  Line.last.push({ type: 'hello', recipient: 'me', sequence: 0 });
  await turn();
  [event(1), event(2)].forEach((frame) => Line.last.push(frame));
  const end = Date.now() + 5_000;
  while (!Line.last.sent.some((frame) => frame.type === 'ack') && Date.now() < end) await turn();
  deepEqual(Line.last.sent.at(-1), { type: 'ack', sequence: 2 });
  stream.stop();
});
