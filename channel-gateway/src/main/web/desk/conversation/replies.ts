import { BrowserStore, storageOrNothing } from '../../pending/browser-store.ts';
import { PendingQueue, type Outcome, type Pending } from '../../pending/pending-queue.ts';
import type { DeskApi } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Conversation, Message } from '../api/types.ts';

export interface Reply {
  readonly conversationId: string;
  readonly text: string;
  readonly assignmentNumber?: number;
}

interface RepliesHost {
  sent(conversationId: string, message: Message): void;
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

  add(conversation: Conversation, text: string): void {
    const assignmentNumber = conversation.owner?.assignmentNumber;
    this.queue.add({
      conversationId: conversation.conversationId,
      text,
      ...(assignmentNumber === undefined ? {} : { assignmentNumber }),
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

  private async deliver({ id, body }: Pending<Reply>): Promise<Outcome> {
    try {
      const message = await this.api.reply(body.conversationId, body.text, body.assignmentNumber, id);
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
