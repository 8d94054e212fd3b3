import type { DeskText } from './text/desk-text.ts';

export type ShortcutName = 'accept' | 'decline' | 'next' | 'previous' | 'reply' | 'customer' | 'help';

export interface Shortcut {
  readonly name: ShortcutName;
  readonly keys: string;
  matches(event: KeyboardEvent): boolean;
  describe(text: DeskText): string;
}

/** All with Alt, so that typing never triggers one (WCAG 2.1.4); by the key's place, so that a Mac's Alt letters do no harm. */
function alt(name: ShortcutName, letter: string, describe: (text: DeskText) => string): Shortcut {
  return {
    name,
    keys: `Alt + ${letter}`,
    matches: (event) =>
      event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.code === `Key${letter}`,
    describe,
  };
}

export const shortcuts: readonly Shortcut[] = [
  alt('accept', 'Y', (text) => text.shortcutAccept),
  alt('decline', 'N', (text) => text.shortcutDecline),
  alt('next', 'J', (text) => text.shortcutNext),
  alt('previous', 'K', (text) => text.shortcutPrevious),
  alt('reply', 'R', (text) => text.shortcutReply),
  alt('customer', 'I', (text) => text.shortcutCustomer),
  alt('help', 'H', (text) => text.shortcutHelp),
];
