import { backoff } from '../stream/backoff.ts';
import { newId } from './id.ts';

/** Something the user said, kept until the server has it for certain. Its id makes a repetition harmless. */
export interface Pending<B> {
  readonly id: string;
  readonly body: B;
  readonly createdAt: string;
  readonly state: 'waiting' | 'accepted' | 'refused';
  readonly reason?: string;
}

export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'again'; readonly afterSeconds?: number };

export interface PendingStore<B> {
  read(): Pending<B>[];
  write(items: readonly Pending<B>[]): void;
}

export type Wait = (milliseconds: number) => Promise<void>;

/** Sends in order, one at a time, again and again under the same id while the server is away. */
export class PendingQueue<B> {
  private running = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly store: PendingStore<B>,
    private readonly deliver: (item: Pending<B>) => Promise<Outcome>,
    private readonly changed: () => void,
    private readonly wait: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  list(): readonly Pending<B>[] {
    return this.store.read();
  }

  add(body: B, now: Date = new Date()): Pending<B> {
    const item: Pending<B> = { id: newId(), body, createdAt: now.toISOString(), state: 'waiting' };
    this.write([...this.list(), item]);
    void this.flush();
    return item;
  }

  retry(id: string): void {
    this.write(this.list().map((item) => (item.id === id ? waiting(item) : item)));
    void this.flush();
  }

  /** The server shows it, or the user took it back. */
  drop(id: string): void {
    const items = this.list();
    if (items.some((item) => item.id === id)) this.write(items.filter((item) => item.id !== id));
  }

  /** Sends what waits; a flush that is pausing between tries goes on at once. */
  async flush(): Promise<void> {
    this.wake?.();
    if (this.running) return;
    this.running = true;
    try {
      await this.sendAll();
    } finally {
      this.running = false;
    }
  }

  private async sendAll(): Promise<void> {
    let attempt = 0;
    for (let item = this.next(); item; item = this.next()) {
      const outcome = await this.tryOnce(item);
      if (outcome.kind === 'again') {
        await this.pause(outcome.afterSeconds === undefined ? backoff(attempt) : outcome.afterSeconds * 1000);
        attempt++;
      } else {
        attempt = 0;
        this.settle(item.id, outcome);
      }
    }
  }

  private async tryOnce(item: Pending<B>): Promise<Outcome> {
    try {
      return await this.deliver(item);
    } catch {
      return { kind: 'again' };
    }
  }

  private settle(id: string, outcome: Outcome): void {
    this.write(
      this.list().map((item) => {
        if (item.id !== id) return item;
        return outcome.kind === 'refused'
          ? { ...item, state: 'refused', reason: outcome.reason }
          : { ...item, state: 'accepted' };
      }),
    );
  }

  private async pause(milliseconds: number): Promise<void> {
    const woken = new Promise<void>((resolve) => (this.wake = resolve));
    await Promise.race([this.wait(milliseconds), woken]);
    this.wake = undefined;
  }

  private next(): Pending<B> | undefined {
    return this.list().find((item) => item.state === 'waiting');
  }

  private write(items: readonly Pending<B>[]): void {
    this.store.write(items);
    this.changed();
  }
}

function waiting<B>({ id, body, createdAt }: Pending<B>): Pending<B> {
  return { id, body, createdAt, state: 'waiting' };
}
