import { BrowserStore } from '../pending/browser-store.ts';
import { PendingQueue, type Outcome, type Pending } from '../pending/pending-queue.ts';
import { Stream, type Connection, type StreamEvent } from '../stream/stream.ts';
import { ChatProblem, type ChatApi, type ChatMessage } from './chat-api.ts';
import type { Visitor } from './visitor.ts';

export interface ChatText {
  readonly text: string;
}

/** The conversation as the visitor sees it. */
export class Chat {
  messages: readonly ChatMessage[] = [];
  joined: readonly { readonly name: string; readonly after: number }[] = [];
  agent: string | undefined;
  closed = false;
  unavailable = false;
  connection: Connection = 'connecting';
  private readonly pending: PendingQueue<ChatText>;
  private readonly stream: Stream;
  private started = false;

  constructor(
    private readonly api: ChatApi,
    private readonly visitor: Visitor,
    storage: Storage | undefined,
    private readonly changed: () => void,
    private readonly heard: (message: ChatMessage) => void,
  ) {
    this.pending = new PendingQueue(
      new BrowserStore<ChatText>(storage, visitor.pendingKey),
      (item) => this.deliver(item),
      changed,
    );
    this.stream = new Stream({
      url: api.streamUrl,
      protocols: async (failures) => ['saumaton.v1', `visitor.${await this.token(failures > 1 && visitor.renewable)}`],
      reload: () => this.reload(),
      apply: (event) => this.apply(event),
      connection: (connection) => {
        this.connection = connection;
        if (connection === 'online') void this.pending.flush();
        changed();
      },
      renew: () => void this.token(visitor.renewable).catch(() => undefined),
    });
  }

  start(): void {
    if (this.started) return;
    this.started = true;
    this.stream.start();
    void this.pending.flush();
  }

  /** A visitor whose proof could not be renewed is somebody new to the gateway: with a stream, and nothing said yet. */
  tokenRenewed(token: string, sameVisitor: boolean): void {
    if (sameVisitor) return this.stream.renewToken(token);
    this.messages = [];
    this.joined = [];
    this.agent = undefined;
    if (!this.started) return;
    this.stream.stop();
    this.stream.start();
  }

  /** Everything that has come is in front of the visitor's eyes. */
  seen(): void {
    this.stream.read();
  }

  /** A visitor who has been here and has something going on is connected without being asked. */
  get goingOn(): boolean {
    return Boolean(this.visitor.session) || this.pending.list().length > 0;
  }

  unsent(): readonly Pending<ChatText>[] {
    return this.pending.list();
  }

  send(text: string): void {
    this.closed = false;
    this.pending.add({ text });
    this.start();
  }

  retry(id: string): void {
    this.pending.retry(id);
  }

  remove(id: string): void {
    this.pending.drop(id);
  }

  async claim(email: string): Promise<'kept' | 'wrong' | 'failed'> {
    try {
      await this.api.claim(await this.visitor.token(), email);
      this.visitor.noteEmail();
      return 'kept';
    } catch (failure) {
      return failure instanceof ChatProblem && failure.status === 422 ? 'wrong' : 'failed';
    }
  }

  private async token(fresh = false): Promise<string> {
    try {
      const token = await this.visitor.token(fresh);
      this.unavailable = false;
      return token;
    } catch (failure) {
      this.unavailable = failure instanceof ChatProblem && !failure.temporary;
      throw failure;
    }
  }

  private async deliver({ id, body, createdAt }: Pending<ChatText>): Promise<Outcome> {
    try {
      await this.api.send(await this.token(), { clientMessageId: id, text: body.text, occurredAt: createdAt });
      return { kind: 'accepted' };
    } catch (failure) {
      if (!(failure instanceof ChatProblem)) return { kind: 'again' };
      if (failure.status === 401) await this.token(true).catch(() => undefined);
      else if (!failure.temporary) return { kind: 'refused', reason: String(failure.status) };
      return { kind: 'again', ...(failure.retryAfter ? { afterSeconds: failure.retryAfter } : {}) };
    }
  }

  /** A fresh session tells, beside who the visitor is, whether the conversation is still open; an old one does not. */
  private async reload(): Promise<void> {
    const fresh = this.visitor.renewable;
    const messages = await this.history(fresh);
    this.messages = [];
    this.add(messages);
    if (fresh) this.closed = messages.length > 0 && !this.visitor.session?.conversationId;
    this.agent = this.closed ? undefined : lastAgent(this.messages);
    this.changed();
  }

  private async history(fresh: boolean): Promise<readonly ChatMessage[]> {
    try {
      return await this.api.messages(await this.token(fresh));
    } catch (failure) {
      if (fresh || !(failure instanceof ChatProblem) || failure.status !== 401) throw failure;
      return this.api.messages(await this.token(true));
    }
  }

  private apply({ kind, data }: StreamEvent): void {
    const { message, name } = data as { message?: ChatMessage; name?: string };
    if (kind === 'message.received' && message) this.add([message]);
    else if (kind === 'message.sent' && message) this.answered(message);
    else if (kind === 'agent.joined' && name) this.join(name);
    else if (kind === 'delivery.changed') this.delivered(data as { messageId: string; status: string });
    else if (kind === 'conversation.closed') this.end();
    this.changed();
  }

  private answered(message: ChatMessage): void {
    this.closed = false;
    this.agent = message.author.name ?? this.agent;
    if (this.add([message])) this.heard(message);
  }

  private join(name: string): void {
    if (this.agent === name && this.joined.at(-1)?.name === name) return;
    this.agent = name;
    this.joined = [...this.joined, { name, after: this.messages.at(-1)?.number ?? 0 }];
  }

  private end(): void {
    this.closed = true;
    this.agent = undefined;
  }

  private delivered({ messageId, status }: { messageId: string; status: string }): void {
    this.messages = this.messages.map((message) =>
      message.messageId === messageId ? { ...message, delivery: { status } } : message,
    );
  }

  /** Each message once, in order; the pending copy of one's own goes when the stored one is here. */
  private add(messages: readonly ChatMessage[]): boolean {
    const known = new Set(this.messages.map((message) => message.messageId));
    const fresh = messages.filter((message) => !known.has(message.messageId));
    this.messages = [...this.messages, ...fresh].sort((one, other) => one.number - other.number);
    messages.filter((message) => message.direction === 'in').forEach((message) => this.settle(message));
    return fresh.length > 0;
  }

  private settle(message: ChatMessage): void {
    const own = this.pending.list().find((item) => item.id === message.clientMessageId || isCopy(item, message));
    if (own) this.pending.drop(own.id);
  }
}

function isCopy(item: Pending<ChatText>, message: ChatMessage): boolean {
  return (
    message.clientMessageId === undefined &&
    item.body.text === message.text &&
    Date.parse(item.createdAt) === Date.parse(message.occurredAt)
  );
}

function lastAgent(messages: readonly ChatMessage[]): string | undefined {
  return messages.findLast((message) => message.direction === 'out')?.author.name ?? undefined;
}
