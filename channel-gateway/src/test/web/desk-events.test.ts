import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { Conversation, Message } from '../../main/web/desk/api/types.ts';
import { applyEvent } from '../../main/web/desk/desk-events.ts';
import {
  addMessages,
  emptyState,
  inboxOrder,
  putConversation,
  putConversationRead,
  runningOffers,
} from '../../main/web/desk/desk-state.ts';

const conversation = (id: string, more: Partial<Conversation> = {}): Conversation => ({
  conversationId: id,
  reference: `S-${id}`,
  channel: 'webchat:shop',
  channelKind: 'webchat',
  state: 'open',
  replyDue: false,
  openedAt: '2026-11-22T08:00:00Z',
  version: 1,
  ...more,
});

const message = (number: number, more: Partial<Message> = {}): Message => ({
  messageId: `m${number}`,
  number,
  direction: 'in',
  author: { type: 'customer' },
  text: `message ${number}`,
  occurredAt: `2026-11-22T09:0${number}:00Z`,
  recordedAt: `2026-11-22T09:0${number}:00Z`,
  ...more,
});

test('an assignment brings the whole conversation and ends its offer', () => {
  const state = emptyState();
  applyEvent(state, {
    kind: 'offer.made',
    data: { offerId: 'o', conversationId: 'c', expiresAt: '2026-11-22T09:00:00Z' },
  });
  equal(state.offers.size, 1);
  applyEvent(state, {
    kind: 'conversation.assigned',
    data: { conversation: conversation('c'), messages: [message(2), message(1)] },
  });
  equal(state.offers.size, 0);
  ok(state.mine.has('c'));
  deepEqual(
    state.messages.get('c')?.map((known) => known.number),
    [1, 2],
  );
});

test('an offer learns who it is about when that is found out', () => {
  const state = emptyState();
  applyEvent(state, {
    kind: 'offer.made',
    data: { offerId: 'o', conversationId: 'c', expiresAt: '2026-11-22T09:00:00Z', verified: false },
  });
  const customer = { customerId: 'm', displayName: 'Mikko', verified: true };
  applyEvent(state, { kind: 'conversation.updated', data: { conversation: conversation('c', { customer }) } });
  equal(state.offers.get('o')?.customerName, 'Mikko');
  equal(state.offers.get('o')?.verified, true);
  equal(state.mine.has('c'), false);
});

test('a message that comes twice is shown and counted once', () => {
  const state = emptyState();
  applyEvent(state, {
    kind: 'conversation.assigned',
    data: { conversation: conversation('c'), messages: [message(1)] },
  });
  const event = { kind: 'message.received', data: { conversationId: 'c', message: message(2) } };
  equal(applyEvent(state, event).length, 2);
  equal(applyEvent(state, event).length, 0);
  equal(state.messages.get('c')?.length, 2);
  equal(state.unread.get('c'), 1);
});

test('the answer of a reply and its event are one message', () => {
  const state = emptyState();
  applyEvent(state, { kind: 'conversation.assigned', data: { conversation: conversation('c'), messages: [] } });
  const sent = message(1, { direction: 'out', delivery: { status: 'accepted' } });
  applyEvent(state, { kind: 'message.sent', data: { conversationId: 'c', message: sent } });
  applyEvent(state, { kind: 'delivery.changed', data: { conversationId: 'c', messageId: 'm1', status: 'delivered' } });
  applyEvent(state, { kind: 'message.sent', data: { conversationId: 'c', message: sent } });
  deepEqual(
    state.messages.get('c')?.map((known) => known.delivery?.status),
    ['delivered'],
  );
});

test('a message makes a reply due, an answer settles it, an automatic message does neither', () => {
  const state = emptyState();
  applyEvent(state, { kind: 'conversation.assigned', data: { conversation: conversation('c'), messages: [] } });
  const due = () => state.conversations.get('c')?.replyDue;
  applyEvent(state, {
    kind: 'message.received',
    data: { conversationId: 'c', message: message(1, { automatic: true }) },
  });
  equal(due(), false);
  applyEvent(state, { kind: 'message.received', data: { conversationId: 'c', message: message(2) } });
  equal(due(), true);
  equal(state.conversations.get('c')?.replyDueSince, '2026-11-22T09:02:00Z');
  applyEvent(state, { kind: 'message.sent', data: { conversationId: 'c', message: message(3, { direction: 'out' }) } });
  equal(due(), false);
});

test('what is being read is not counted as unread', () => {
  const state = emptyState();
  applyEvent(state, { kind: 'conversation.assigned', data: { conversation: conversation('c'), messages: [] } });
  state.selected = 'c';
  applyEvent(state, { kind: 'message.received', data: { conversationId: 'c', message: message(1) } });
  equal(state.unread.get('c'), undefined);
});

test('an older version never overwrites a newer one', () => {
  const state = emptyState();
  putConversation(state, conversation('c', { version: 5, subject: 'new' }));
  putConversation(state, conversation('c', { version: 4, subject: 'old' }));
  equal(state.conversations.get('c')?.subject, 'new');
});

test('an answer that was on its way while an event came does not undo the event', () => {
  const state = emptyState();
  const owner = { agentId: 'me', assignmentNumber: 1 };
  const read = conversation('c');
  applyEvent(state, { kind: 'conversation.assigned', data: { conversation: { ...read, owner } } });
  putConversationRead(state, read, undefined);
  deepEqual(state.conversations.get('c')?.owner, owner);
  putConversationRead(state, { ...read, subject: 'fresh' }, state.conversations.get('c'));
  equal(state.conversations.get('c')?.subject, 'fresh');
});

test('a released conversation leaves the inbox, a closed one too', () => {
  const state = emptyState();
  for (const id of ['a', 'b'])
    applyEvent(state, { kind: 'conversation.assigned', data: { conversation: conversation(id) } });
  deepEqual(applyEvent(state, { kind: 'conversation.released', data: { conversationId: 'a' } }), [
    { kind: 'released', conversationId: 'a' },
  ]);
  applyEvent(state, { kind: 'conversation.closed', data: { conversationId: 'b' } });
  deepEqual(inboxOrder(state), []);
  equal(state.conversations.get('b')?.state, 'closed');
  deepEqual(applyEvent(state, { kind: 'conversation.released', data: { conversationId: 'a' } }), []);
});

test('the inbox has the longest wait first, then the liveliest', () => {
  const state = emptyState();
  const rows = [
    conversation('quiet', { lastMessageAt: '2026-11-22T08:00:00Z' }),
    conversation('lively', { lastMessageAt: '2026-11-22T09:30:00Z' }),
    conversation('due-late', { replyDue: true, replyDueSince: '2026-11-22T09:20:00Z' }),
    conversation('due-early', { replyDue: true, replyDueSince: '2026-11-22T09:10:00Z' }),
  ];
  for (const row of rows) applyEvent(state, { kind: 'conversation.assigned', data: { conversation: row } });
  deepEqual(
    inboxOrder(state).map((row) => row.conversationId),
    ['due-early', 'due-late', 'lively', 'quiet'],
  );
});

test('an offer whose time is over is not shown', () => {
  const state = emptyState();
  applyEvent(state, {
    kind: 'offer.made',
    data: { offerId: 'o', conversationId: 'c', expiresAt: '2026-11-22T09:00:30Z' },
  });
  equal(runningOffers(state, Date.parse('2026-11-22T09:00:29Z')).length, 1);
  equal(runningOffers(state, Date.parse('2026-11-22T09:00:30Z')).length, 0);
});

test('an event of a kind unknown to this page is skipped', () => {
  deepEqual(applyEvent(emptyState(), { kind: 'weather.changed', data: {} }), []);
});

test('messages are added in the order of their numbers, each once', () => {
  const state = emptyState();
  deepEqual(addMessages(state, 'c', [message(3), message(1), message(3)]).length, 2);
  deepEqual(
    addMessages(state, 'c', [message(2), message(1)]).map((added) => added.number),
    [2],
  );
  deepEqual(
    state.messages.get('c')?.map((known) => known.number),
    [1, 2, 3],
  );
});

test('a promise that is due soon is told to whom it concerns', () => {
  const promise = {
    promiseId: 'p',
    kind: 'call-back',
    text: 'We call you back',
    windowUntil: '2026-11-23T10:00:00Z',
    notice: 'promise.due-soon',
  };
  deepEqual(applyEvent(emptyState(), { kind: 'promise.due-soon', data: promise }), [{ kind: 'promise', promise }]);
});
