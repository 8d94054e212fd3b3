import type { StreamEvent } from '../stream/stream.ts';
import type { Attachment, Conversation, Delivery, Message, Offer } from './api/types.ts';
import { addMessages, changeMessage, putConversation, release, type DeskState } from './desk-state.ts';

/** What the desk does besides showing the new state. */
export type Consequence =
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'heard'; readonly conversationId: string; readonly message: Message }
  | { readonly kind: 'released'; readonly conversationId: string }
  | { readonly kind: 'promise'; readonly promise: PromiseNotice }
  | { readonly kind: 'touched'; readonly conversationId: string };

/** A promise that its owner, or the named person it was escalated to, is to hear of. */
export interface PromiseNotice {
  readonly promiseId: string;
  readonly kind: string;
  readonly text: string;
  readonly windowUntil: string;
  readonly customerId?: string;
  readonly notice: string;
}

interface InConversation {
  readonly conversationId: string;
}

type Handler = (state: DeskState, data: never) => Consequence[];

const handlers: Readonly<Record<string, Handler>> = {
  'offer.made': offerMade,
  'offer.ended': offerEnded,
  'conversation.assigned': assigned,
  'conversation.updated': updated,
  'message.received': received,
  'message.sent': sent,
  'delivery.changed': deliveryChanged,
  'attachment.changed': attachmentChanged,
  'conversation.released': released,
  'conversation.closed': closed,
  'promise.due-soon': promise,
  'promise.late': promise,
  'promise.broken': promise,
  'promise.handed-over': promise,
};

/** One event of the stream. Kinds we do not know are skipped: an older page meets a newer server during a rollout. */
export function applyEvent(state: DeskState, event: StreamEvent): Consequence[] {
  const handler = handlers[event.kind];
  return handler ? handler(state, event.data as never) : [];
}

function promise(_state: DeskState, notice: PromiseNotice): Consequence[] {
  return [{ kind: 'promise', promise: notice }];
}

function offerMade(state: DeskState, offer: Offer): Consequence[] {
  const known = state.offers.has(offer.offerId);
  state.offers.set(offer.offerId, offer);
  return known ? [] : [{ kind: 'offered', offer }];
}

function offerEnded(state: DeskState, data: { offerId: string }): Consequence[] {
  state.offers.delete(data.offerId);
  return [];
}

function assigned(
  state: DeskState,
  data: { conversation: Conversation; messages?: readonly Message[] },
): Consequence[] {
  const { conversationId } = data.conversation;
  putConversation(state, data.conversation);
  state.mine.add(conversationId);
  if (data.messages) addMessages(state, conversationId, data.messages);
  for (const [offerId, offer] of state.offers) {
    if (offer.conversationId === conversationId) state.offers.delete(offerId);
  }
  return [{ kind: 'touched', conversationId }];
}

function updated(state: DeskState, data: { conversation: Conversation }): Consequence[] {
  const { conversationId, customer } = data.conversation;
  putConversation(state, data.conversation);
  for (const [offerId, offer] of state.offers) {
    if (offer.conversationId !== conversationId || !customer) continue;
    const customerName = customer.displayName ?? offer.customerName ?? null;
    state.offers.set(offerId, { ...offer, customerName, verified: customer.verified });
  }
  return [{ kind: 'touched', conversationId }];
}

function received(state: DeskState, data: InConversation & { message: Message }): Consequence[] {
  const { conversationId, message } = data;
  if (!arrive(state, conversationId, message)) return [];
  const known = state.conversations.get(conversationId);
  if (known && !message.automatic) {
    const replyDueSince = known.replyDueSince ?? message.recordedAt;
    state.conversations.set(conversationId, {
      ...known,
      replyDue: true,
      replyDueSince,
      lastMessageAt: message.recordedAt,
    });
  }
  if (state.selected !== conversationId && state.mine.has(conversationId)) {
    state.unread.set(conversationId, (state.unread.get(conversationId) ?? 0) + 1);
  }
  return [
    { kind: 'heard', conversationId, message },
    { kind: 'touched', conversationId },
  ];
}

function sent(state: DeskState, data: InConversation & { message: Message }): Consequence[] {
  const { conversationId, message } = data;
  if (!arrive(state, conversationId, message)) return [];
  const known = state.conversations.get(conversationId);
  if (known) {
    state.conversations.set(conversationId, {
      ...known,
      replyDue: false,
      replyDueSince: null,
      lastMessageAt: message.recordedAt,
    });
  }
  return [{ kind: 'touched', conversationId }];
}

/** False for a message that is there already. A thread that was never opened here is read when it is opened. */
function arrive(state: DeskState, conversationId: string, message: Message): boolean {
  if (!state.messages.has(conversationId)) return true;
  return addMessages(state, conversationId, [message]).length > 0;
}

function deliveryChanged(state: DeskState, data: InConversation & { messageId: string } & Delivery): Consequence[] {
  const delivery: Delivery = { status: data.status, reason: data.reason ?? null, code: data.code ?? null };
  changeMessage(state, data.conversationId, data.messageId, (message) => ({ ...message, delivery }));
  return [];
}

/** A file has been fetched from its provider, or never will be. */
function attachmentChanged(
  state: DeskState,
  { conversationId, messageId, attachment }: InConversation & { messageId: string; attachment: Attachment },
): Consequence[] {
  changeMessage(state, conversationId, messageId, (message) => ({
    ...message,
    attachments: (message.attachments ?? []).map((known) => (known.id === attachment.id ? attachment : known)),
  }));
  return [];
}

function released(state: DeskState, { conversationId }: InConversation): Consequence[] {
  const wasMine = state.mine.has(conversationId);
  release(state, conversationId);
  return wasMine ? [{ kind: 'released', conversationId }] : [];
}

function closed(state: DeskState, { conversationId }: InConversation): Consequence[] {
  const known = state.conversations.get(conversationId);
  if (known) state.conversations.set(conversationId, { ...known, state: 'closed', replyDue: false });
  state.mine.delete(conversationId);
  state.unread.delete(conversationId);
  return [{ kind: 'touched', conversationId }];
}
