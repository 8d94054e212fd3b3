import type { Connection } from '../stream/stream.ts';
import type { Conversation, Glance, Message, Offer, Presence } from './api/types.ts';

/** All that the desk shows. Changed only by the functions here and in desk-events.ts. */
export interface DeskState {
  connection: Connection;
  presence: Presence | undefined;
  selected: string | undefined;
  readonly mine: Set<string>;
  readonly offers: Map<string, Offer>;
  readonly conversations: Map<string, Conversation>;
  readonly messages: Map<string, readonly Message[]>;
  readonly unread: Map<string, number>;
  readonly glances: Map<string, Glance>;
  readonly broken: Set<string>;
}

export function emptyState(): DeskState {
  return {
    connection: 'connecting',
    presence: undefined,
    selected: undefined,
    mine: new Set(),
    offers: new Map(),
    conversations: new Map(),
    messages: new Map(),
    unread: new Map(),
    glances: new Map(),
    broken: new Set(),
  };
}

/** The newest version wins, whichever way it came: over the stream or over REST. */
export function putConversation(state: DeskState, conversation: Conversation): void {
  const known = state.conversations.get(conversation.conversationId);
  if (known && known.version > conversation.version) return;
  state.conversations.set(conversation.conversationId, conversation);
}

/**
 * What a request answered. If an event has changed the conversation since the request began (`before`), the event
 * knows better: an owner comes and goes without a new version.
 */
export function putConversationRead(
  state: DeskState,
  conversation: Conversation,
  before: Conversation | undefined,
): void {
  const known = state.conversations.get(conversation.conversationId);
  if (known === before) putConversation(state, conversation);
}

/** Adds messages that are not there yet, in the order of their numbers; returns those that were new. */
export function addMessages(
  state: DeskState,
  conversationId: string,
  messages: readonly Message[],
): readonly Message[] {
  const known = state.messages.get(conversationId) ?? [];
  const ids = new Set(known.map((message) => message.messageId));
  const fresh = messages.filter((message) => !ids.has(message.messageId) && ids.add(message.messageId));
  state.messages.set(
    conversationId,
    [...known, ...fresh].sort((one, other) => one.number - other.number),
  );
  return fresh;
}

export function changeMessage(
  state: DeskState,
  conversationId: string,
  messageId: string,
  change: (message: Message) => Message,
): void {
  const known = state.messages.get(conversationId);
  if (!known) return;
  state.messages.set(
    conversationId,
    known.map((message) => (message.messageId === messageId ? change(message) : message)),
  );
}

/** Reply due first, the longest wait at the top; then the others, the liveliest at the top. */
export function inboxOrder(state: DeskState): readonly Conversation[] {
  return [...state.mine]
    .map((id) => state.conversations.get(id))
    .filter((conversation): conversation is Conversation => conversation !== undefined)
    .sort(byUrgency);
}

function byUrgency(one: Conversation, other: Conversation): number {
  if (one.replyDue !== other.replyDue) return one.replyDue ? -1 : 1;
  if (one.replyDue) return dueSince(one).localeCompare(dueSince(other));
  return lastActive(other).localeCompare(lastActive(one));
}

function dueSince(conversation: Conversation): string {
  return conversation.replyDueSince ?? lastActive(conversation);
}

export function lastActive(conversation: Conversation): string {
  return conversation.lastMessageAt ?? conversation.openedAt;
}

/** Offers that still run, the one that ends first at the top. */
export function runningOffers(state: DeskState, now: number): readonly Offer[] {
  return [...state.offers.values()]
    .filter((offer) => Date.parse(offer.expiresAt) > now)
    .sort((one, other) => one.expiresAt.localeCompare(other.expiresAt));
}

export function release(state: DeskState, conversationId: string): void {
  state.mine.delete(conversationId);
  state.unread.delete(conversationId);
  const known = state.conversations.get(conversationId);
  if (known) state.conversations.set(conversationId, { ...known, owner: null });
}
