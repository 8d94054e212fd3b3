import type { Conversation } from '../api/types.ts';
import type { DeskText } from '../text/desk-text.ts';

/**
 * The known name; else the address that a mail came from and a reply goes to; else the honest "visitor". A name that
 * somebody only says is theirs is not used as a name.
 */
export function customerName(conversation: Conversation, text: DeskText): string {
  const name = conversation.customer?.displayName;
  if (name) return name;
  if (conversation.channelKind === 'webchat') return text.visitor;
  const address = conversation.sender?.handles?.find((handle) => handle.kind === 'email' || handle.kind === 'phone');
  return address?.value ?? text.unknownCustomer;
}
