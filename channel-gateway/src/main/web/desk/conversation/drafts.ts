import { storageOrNothing } from '../../pending/browser-store.ts';

const storage = storageOrNothing(() => sessionStorage);

/** Drafts outlive a reload and a new sign-in in this tab, and nothing else. */
export function readDraft(conversationId: string): string {
  return storage?.getItem(key(conversationId)) ?? '';
}

export function keepDraft(conversationId: string, text: string): void {
  try {
    if (text === '') storage?.removeItem(key(conversationId));
    else storage?.setItem(key(conversationId), text);
  } catch {
    // Storage is full: the text is still in the box.
  }
}

function key(conversationId: string): string {
  return `saumaton.draft.${conversationId}`;
}
