/** What the public API says, as far as the desk reads it. */

export type ChannelKind = 'email' | 'webchat' | 'webhook';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | null;
}

export interface Handle {
  readonly kind: string;
  readonly value: string;
  readonly proven?: boolean;
  readonly evidence?: string;
}

export interface Author {
  readonly type: 'customer' | 'agent' | 'bot' | 'system';
  readonly id?: string;
  readonly name?: string | null;
}

export interface Delivery {
  readonly status: 'accepted' | 'sent' | 'delivered' | 'read' | 'failed' | 'uncertain';
  readonly reason?: string | null;
  /** The provider's own code of a failure. */
  readonly code?: string | null;
}

export interface Attachment {
  readonly id: string;
  readonly name?: string | null;
  readonly mediaType: string;
  readonly size: number;
  /** pending: still being fetched from the provider; failed: it could not be had. */
  readonly state?: 'stored' | 'pending' | 'failed';
  readonly reason?: string | null;
}

export interface Message {
  readonly messageId: string;
  readonly number: number;
  readonly direction: 'in' | 'out';
  readonly author: Author;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  readonly automatic?: boolean;
  /** unsupported: of a kind that cannot be shown here. */
  readonly kind?: string;
  /** Whether the sender of this very message was proven. */
  readonly verified?: boolean;
  /** With what the mail quoted and signed; absent when there was nothing more. */
  readonly fullText?: string | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly delivery?: Delivery | null;
}

export interface ConversationCustomer {
  readonly customerId: string;
  readonly displayName?: string | null;
  readonly verified: boolean;
  readonly claimedCustomerId?: string | null;
  readonly claimedDisplayName?: string | null;
  readonly claims?: readonly Handle[];
}

export interface IssueBrief {
  readonly issueId: string;
  readonly reference: string;
  readonly title?: string | null;
  readonly state: 'open' | 'resolved' | 'closed';
  readonly openedAt?: string;
}

export interface Conversation {
  readonly conversationId: string;
  readonly reference: string;
  readonly channel: string;
  readonly channelKind: ChannelKind;
  readonly subject?: string | null;
  readonly state: 'open' | 'closed';
  readonly replyDue: boolean;
  readonly replyDueSince?: string | null;
  readonly sender?: { readonly handles?: readonly Handle[] } | null;
  readonly openedAt: string;
  readonly lastMessageAt?: string | null;
  readonly owner?: {
    readonly agentId: string;
    readonly name?: string | null;
    readonly assignmentNumber: number;
  } | null;
  readonly customer?: ConversationCustomer | null;
  readonly issue?: IssueBrief | null;
  readonly version: number;
}

export interface Offer {
  readonly offerId: string;
  readonly conversationId: string;
  readonly queue?: string | null;
  readonly madeAt?: string;
  readonly expiresAt: string;
  readonly channelKind?: ChannelKind;
  readonly subject?: string | null;
  readonly preview?: string | null;
  readonly customerName?: string | null;
  readonly verified?: boolean;
}

export interface TimelineEntry {
  readonly touchpointId: string;
  readonly kind: string;
  readonly channel?: string | null;
  readonly channelKind?: ChannelKind | null;
  readonly conversationId?: string | null;
  readonly issueId?: string | null;
  readonly author?: Author | null;
  readonly title?: string | null;
  /** By language, when the title was made from the data. */
  readonly titles?: Readonly<Record<string, string>> | null;
  readonly text?: string | null;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly occurredAt: string;
  readonly verified: boolean;
}

/** Something known of the customer. */
export interface Fact {
  readonly kind: string;
  readonly value: string;
  readonly since?: string | null;
}

/** A contact by somebody who named a handle of the customer without proof. */
export interface UnverifiedContact {
  readonly conversationId: string;
  readonly channelKind: string;
  readonly value: string;
  readonly at: string;
}

/** A text in each language of the pages. */
export interface Texts {
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
}

/** Why something is suggested, and the entries that say so. */
export interface Reason {
  readonly says: Texts;
  readonly entries: readonly { readonly id?: string | null; readonly shown: string; readonly at?: string | null }[];
}

export type SuggestionOutcome = 'taken' | 'refused' | 'later';

/** Something to offer to the customer now. */
export interface Suggestion {
  readonly suggestionId: string;
  readonly ruleId: string;
  readonly title: Texts;
  readonly text: Texts;
  readonly reasons: readonly Reason[];
  readonly shownAt?: string | null;
}

/** The customer at one glance. */
export interface Glance {
  readonly customerId: string;
  readonly displayName?: string | null;
  readonly verified?: boolean;
  readonly handles?: readonly Handle[];
  readonly claims?: readonly Handle[];
  readonly language?: string | null;
  readonly stage?: string | null;
  readonly openIssues?: readonly IssueBrief[];
  readonly openPromises?: readonly CustomerPromise[];
  readonly facts?: readonly Fact[];
  readonly unverifiedContacts?: readonly UnverifiedContact[];
  readonly timeline?: readonly TimelineEntry[];
  readonly suggestions?: readonly Suggestion[];
}

/** A promise that was found in what is being written. */
export interface PromiseDraft {
  readonly kind: string;
  readonly text: string;
  readonly from: string;
  readonly until: string;
  readonly words: readonly string[];
  readonly language: string;
  readonly timeStated: boolean;
}

/** What the customer was promised; state is open, due-soon, late or broken. */
export interface CustomerPromise {
  readonly promiseId: string;
  readonly kind: string;
  readonly text: string;
  readonly state: string;
  readonly until: string;
  readonly ownerName?: string | null;
}

export type PresenceStatus = 'available' | 'away' | 'offline';

export interface Presence {
  readonly status: PresenceStatus;
  readonly since?: string | null;
  readonly leaseUntil?: string | null;
}
