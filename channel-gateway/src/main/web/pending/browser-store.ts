import type { Pending, PendingStore } from './pending-queue.ts';

/** Keeps the queue in the browser's storage; in memory where storage is refused (private windows, blocked cookies). */
export class BrowserStore<B> implements PendingStore<B> {
  private memory: Pending<B>[] = [];

  constructor(
    private readonly storage: Storage | undefined,
    private readonly key: string,
  ) {}

  read(): Pending<B>[] {
    if (!this.storage) return this.memory;
    try {
      return JSON.parse(this.storage.getItem(this.key) ?? '[]') as Pending<B>[];
    } catch {
      return this.memory;
    }
  }

  write(items: readonly Pending<B>[]): void {
    this.memory = [...items];
    try {
      if (items.length === 0) this.storage?.removeItem(this.key);
      else this.storage?.setItem(this.key, JSON.stringify(items));
    } catch {
      // Full or forbidden: what is in memory still goes out from this page.
    }
  }
}

export function storageOrNothing(pick: () => Storage): Storage | undefined {
  try {
    const storage = pick();
    storage.getItem('probe');
    return storage;
  } catch {
    return undefined;
  }
}
