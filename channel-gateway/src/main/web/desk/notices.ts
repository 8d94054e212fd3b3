export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
}

export interface Announcement {
  readonly text: string;
  readonly politeness: 'polite' | 'assertive';
}

const STAYS = 6_000;

/** Short notes at the edge of the desk, and what a screen reader is told. Errors stay until they are dismissed. */
export class Notices {
  list: readonly Notice[] = [];
  announcement: Announcement = { text: '', politeness: 'polite' };
  private last = 0;

  constructor(private readonly changed: () => void) {}

  info(text: string): void {
    const id = this.add('info', text);
    setTimeout(() => this.dismiss(id), STAYS);
  }

  error(text: string): void {
    if (!this.list.some((notice) => notice.text === text)) this.add('error', text);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
    this.changed();
  }

  announce(text: string, politeness: Announcement['politeness'] = 'assertive'): void {
    this.announcement = { text, politeness };
    this.changed();
  }

  private add(kind: Notice['kind'], text: string): number {
    const id = ++this.last;
    this.list = [...this.list, { id, kind, text }];
    this.changed();
    return id;
  }
}
