import { BrowserStore, storageOrNothing } from '../../pending/browser-store.ts';
import { PendingQueue, type Outcome, type Pending } from '../../pending/pending-queue.ts';
import type { DeskApi } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Conversation, Message, PromiseDraft } from '../api/types.ts';

export interface Reply {
  readonly conversationId: string;
  readonly text: string;
  readonly assignmentNumber?: number;
  /** What the reply promises and its writer has confirmed. */
  readonly promises?: readonly PromiseDraft[];
  readonly channel?: string;
  readonly customerId?: string;
  readonly issueId?: string;
}

interface RepliesHost {
  sent(conversationId: string, message: Message): void;
  promised(customerId: string): void;
  explain(failure: unknown): string;
  changed(): void;
}

/** Replies on their way to the server. A reply's id is its Idempotency-Key, so a repeated try sends nothing twice. */
export class Replies {
  private readonly queue: PendingQueue<Reply>;

  constructor(
    person: string,
    private readonly api: DeskApi,
    private readonly host: RepliesHost,
  ) {
    const kept = new BrowserStore<Reply>(
      storageOrNothing(() => sessionStorage),
      `saumaton.replies.${person}`,
    );
    this.queue = new PendingQueue(
      kept,
      (item) => this.deliver(item),
      () => host.changed(),
    );
  }

  of(conversationId: string): readonly Pending<Reply>[] {
    return this.queue.list().filter((item) => item.body.conversationId === conversationId);
  }

  add(conversation: Conversation, text: string, promises: readonly PromiseDraft[] = []): void {
    const assignmentNumber = conversation.owner?.assignmentNumber;
    const customerId = conversation.customer?.customerId;
    const issueId = conversation.issue?.issueId;
    this.queue.add({
      conversationId: conversation.conversationId,
      text,
      ...(assignmentNumber === undefined ? {} : { assignmentNumber }),
      ...(promises.length === 0 ? {} : { promises, channel: conversation.channel }),
      ...(promises.length === 0 || customerId === undefined ? {} : { customerId }),
      ...(promises.length === 0 || issueId === undefined ? {} : { issueId }),
    });
  }

  retry(id: string): void {
    this.queue.retry(id);
  }

  drop(id: string): void {
    this.queue.drop(id);
  }

  flush(): void {
    void this.queue.flush();
  }

  /** The reply's own id keeps each of its promises single, however often this is tried. */
  private async promise(id: string, reply: Reply, message: Message): Promise<void> {
    const { conversationId, channel = '', customerId, issueId } = reply;
    for (const [number, draft] of (reply.promises ?? []).entries()) {
      const by = {
        conversationId,
        messageId: message.messageId,
        channel,
        ...(customerId === undefined ? {} : { customerId }),
        ...(issueId === undefined ? {} : { issueId }),
      };
      await this.api.makePromise(draft, by, `${id}-promise-${number}`);
    }
    if (reply.promises && customerId !== undefined) this.host.promised(customerId);
  }

  private async deliver({ id, body }: Pending<Reply>): Promise<Outcome> {
    try {
      const message = await this.api.reply(body.conversationId, body.text, body.assignmentNumber, id);
      await this.promise(id, body, message);
      this.host.sent(body.conversationId, message);
      this.queue.drop(id);
      return { kind: 'accepted' };
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) return { kind: 'again', afterSeconds: 5 };
      if (!failure.temporary) return { kind: 'refused', reason: this.host.explain(failure) };
      return { kind: 'again', ...(failure.retryAfter ? { afterSeconds: failure.retryAfter } : {}) };
    }
  }
}
