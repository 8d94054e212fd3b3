import { Stream, type StreamEvent } from '../stream/stream.ts';
import type { Language } from '../text/language.ts';
import { dayAndTime } from '../text/time.ts';
import { DeskApi } from './api/client.ts';
import { ApiProblem } from './api/problem.ts';
import type { Conversation, IssueBrief, Offer, PresenceStatus, PromiseDraft, SuggestionOutcome } from './api/types.ts';
import { Replies } from './conversation/replies.ts';
import { Glances } from './customer/glances.ts';
import { applyEvent, type Consequence, type PromiseNotice } from './desk-events.ts';
import {
  addMessages,
  emptyState,
  inboxOrder,
  putConversation,
  putConversationRead,
  runningOffers,
} from './desk-state.ts';
import { Notices } from './notices.ts';
import { isGone, Offers } from './offer/offers.ts';
import { ServerClock } from './server-clock.ts';
import { SessionEnded, type Session } from './session/session.ts';
import { deskText, named, savedLanguage, saveLanguage, type DeskText } from './text/desk-text.ts';

const SLOW_DAY = 3_000;

/** The desk of one signed-in person: what the views show and what they can do. */
export class Desk {
  readonly state = emptyState();
  readonly clock = new ServerClock();
  readonly notices = new Notices(() => this.changed());
  readonly replies: Replies;
  language: Language = savedLanguage();
  private readonly api: DeskApi;
  private readonly stream: Stream;
  readonly glances: Glances;
  private readonly offering: Offers;
  private readonly listeners = new Set<() => void>();
  private renewing = false;

  constructor(readonly session: Session) {
    const changed = () => this.changed();
    this.api = new DeskApi(session, () => this.language);
    this.glances = new Glances(this.api, this.state, changed);
    this.offering = new Offers(this.api, this.state, changed);
    this.replies = new Replies(session.person?.id ?? '', this.api, {
      promised: (customerId) => this.promised(customerId),
      sent: (conversationId, message) => this.apply({ kind: 'message.sent', data: { conversationId, message } }),
      explain: (failure) => this.explain(failure),
      changed,
    });
    this.stream = this.makeStream();
  }

  get text(): DeskText {
    return deskText(this.language);
  }

  start(): void {
    this.stream.start();
    this.replies.flush();
  }

  /** Off duty and gone. */
  async stop(): Promise<void> {
    this.leave();
    await this.api.setPresence('offline').catch(() => undefined);
  }

  leave(): void {
    this.stream.stop();
  }

  tokenRenewed(token: string): void {
    this.stream.renewToken(token);
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  speak(language: Language): void {
    this.language = language;
    saveLanguage(language);
    this.changed();
  }

  offers(): readonly Offer[] {
    return runningOffers(this.state, this.clock.now());
  }

  inbox(): readonly Conversation[] {
    return inboxOrder(this.state);
  }

  owns(conversation: Conversation): boolean {
    return conversation.owner?.agentId === this.session.person?.id;
  }

  /** Accepted a moment ago; the gateway has not heard of it yet. */
  isComing(conversation: Conversation): boolean {
    return this.state.mine.has(conversation.conversationId) && !conversation.owner;
  }

  async setPresence(status: PresenceStatus): Promise<void> {
    await this.attempt(async () => {
      this.state.presence = await this.api.setPresence(status);
    });
  }

  async accept(offerId: string): Promise<boolean> {
    const offer = this.state.offers.get(offerId);
    if (!offer) return false;
    const taken = await this.attemptOffer(offerId, () => this.offering.accept(offer));
    if (taken) this.select(offer.conversationId);
    return taken;
  }

  decline(offerId: string, reason: string): Promise<boolean> {
    return this.attemptOffer(offerId, () => this.offering.refuse(offerId, reason));
  }

  /** Its time has run out here; the server says the same in a moment. */
  offerOver(offerId: string): void {
    this.offering.remove(offerId);
  }

  select(conversationId: string | undefined): void {
    this.state.selected = conversationId;
    if (conversationId) {
      this.state.unread.delete(conversationId);
      void this.open(conversationId);
    }
    this.changed();
  }

  async close(conversationId: string, reason: string): Promise<boolean> {
    return this.attempt(async () => {
      await this.api.close(conversationId, reason);
      this.apply({ kind: 'conversation.closed', data: { conversationId, reason } });
    });
  }

  async resolve(issue: IssueBrief, customerId: string | undefined, resolution: string): Promise<boolean> {
    return this.attempt(async () => {
      await this.api.resolve(issue.issueId, resolution);
      for (const [id, conversation] of this.state.conversations) {
        if (conversation.issue?.issueId !== issue.issueId) continue;
        this.state.conversations.set(id, { ...conversation, issue: { ...conversation.issue, state: 'resolved' } });
      }
      if (customerId) this.glances.refreshSoon(customerId);
      this.notices.info(this.text.resolved);
    });
  }

  /** What a text promises; nothing is stored by asking. */
  promiseDrafts(text: string): Promise<readonly PromiseDraft[]> {
    return this.api.promiseDrafts(text);
  }

  showCustomer(customerId: string): void {
    void this.glances.load(customerId);
  }

  answerSuggestion(customerId: string, suggestionId: string, outcome: SuggestionOutcome): Promise<boolean> {
    return this.attempt(() => this.glances.answer(customerId, suggestionId, outcome));
  }

  async attachment(id: string): Promise<Blob | undefined> {
    let blob: Blob | undefined;
    await this.attempt(async () => {
      blob = await this.api.attachment(id);
    });
    return blob;
  }

  /** A conversation's own page: its head, its messages, and the customer beside it. */
  async open(conversationId: string): Promise<void> {
    this.state.broken.delete(conversationId);
    const before = this.state.conversations.get(conversationId);
    try {
      const [conversation, messages] = await Promise.all([
        this.api.conversation(conversationId),
        this.api.messages(conversationId),
      ]);
      putConversationRead(this.state, conversation, before);
      addMessages(this.state, conversationId, messages);
      if (conversation.customer) void this.glances.load(conversation.customer.customerId);
    } catch {
      this.state.broken.add(conversationId);
    }
    this.changed();
  }

  private makeStream(): Stream {
    return new Stream({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/stream`,
      protocols: async (failures) => ['saumaton.v1', `bearer.${await this.session.token(failures > 1)}`],
      reload: () => this.reload(),
      apply: (event) => this.apply(event),
      connection: (connection) => {
        this.state.connection = connection;
        if (connection === 'online') this.replies.flush();
        this.changed();
      },
      ping: () => void this.renewPresence(),
      renew: () => void this.session.token(true).catch(() => undefined),
    });
  }

  private async reload(): Promise<void> {
    const [presence, work, conversations] = await Promise.all([
      this.api.presence(),
      this.api.me(),
      this.api.myConversations(),
    ]);
    const { state } = this;
    state.presence = presence;
    state.mine.clear();
    state.messages.clear();
    for (const conversation of conversations) {
      putConversation(state, conversation);
      state.mine.add(conversation.conversationId);
    }
    this.offering.replace(work.offers ?? []);
    if (state.selected) await this.open(state.selected);
    this.changed();
  }

  private apply(event: StreamEvent): void {
    this.clock.heard(event.at);
    applyEvent(this.state, withTime(event)).forEach((consequence) => this.follow(consequence));
    this.changed();
  }

  private follow(consequence: Consequence): void {
    const { text, state } = this;
    if (consequence.kind === 'offered') {
      this.notices.announce(text.offerNew(consequence.offer.customerName ?? text.unknownCustomer));
    } else if (consequence.kind === 'released') {
      this.notices.info(text.released);
    } else if (consequence.kind === 'promise') {
      this.remind(consequence.promise);
    } else if (state.selected !== consequence.conversationId) {
      return;
    } else if (consequence.kind === 'heard') {
      this.notices.announce(consequence.message.text.slice(0, 300), 'polite');
    } else {
      const customer = state.conversations.get(consequence.conversationId)?.customer;
      if (customer) this.glances.refreshSoon(customer.customerId);
      if (!state.messages.has(consequence.conversationId)) void this.open(consequence.conversationId);
    }
  }

  /** The promise comes to the profile by way of two services: it is looked for soon, and once more for the slow day. */
  private promised(customerId: string): void {
    this.glances.refreshSoon(customerId);
    setTimeout(() => this.glances.refreshSoon(customerId), SLOW_DAY);
  }

  /** Stays until it is read: nobody else may see to it. */
  private remind(promise: PromiseNotice): void {
    const { text } = this;
    const when = text.promiseBy(named(text.promiseKinds, promise.kind), dayAndTime(promise.windowUntil, this.language));
    this.notices.error(`${named(text.promiseNotices, promise.notice)}: ${promise.text} (${when})`);
    if (promise.customerId) this.glances.refreshSoon(promise.customerId);
  }

  /** The lease of presence runs out in half a minute unless the page shows, at each ping, that it is alive. */
  private async renewPresence(): Promise<void> {
    const status = this.state.presence?.status;
    if (!status || status === 'offline' || this.renewing) return;
    this.renewing = true;
    const renewed = await this.api.setPresence(status).catch(() => undefined);
    this.renewing = false;
    if (renewed && this.state.presence?.status === status) this.state.presence = renewed;
    this.changed();
  }

  private async attemptOffer(offerId: string, action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      this.changed();
      return true;
    } catch (failure) {
      if (!isGone(failure)) return this.report(failure);
      this.offering.remove(offerId);
      this.notices.error(this.text.offerGone);
      return false;
    }
  }

  private async attempt(action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      this.changed();
      return true;
    } catch (failure) {
      return this.report(failure);
    }
  }

  private report(failure: unknown): false {
    if (!(failure instanceof SessionEnded)) this.notices.error(this.explain(failure));
    return false;
  }

  private explain(failure: unknown): string {
    if (!(failure instanceof ApiProblem)) return this.text.failed;
    if (failure.slug === 'not-owner') return this.text.notOwner;
    if (failure.status === 0) return this.text.unreachable;
    return failure.title ?? this.text.failed;
  }

  private changed(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** The frame's own time tells when an offer began, which the ring needs. */
function withTime(event: StreamEvent): StreamEvent {
  if (event.kind !== 'offer.made' || !event.at) return event;
  return { ...event, data: { madeAt: event.at, ...(event.data as object) } };
}
