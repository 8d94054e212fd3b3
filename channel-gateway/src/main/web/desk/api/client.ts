import { problemFrom, unreachable } from './problem.ts';
import type { Conversation, Glance, IssueBrief, Message, Offer, Page, Presence, PresenceStatus, PromiseDraft, SuggestionOutcome } from './types.ts';

export interface Tokens {
  token(fresh?: boolean): Promise<string>;
}

export interface AgentWork {
  readonly offers: readonly Offer[];
}

/** Where a promise was made, and to whom. */
export interface PromisedBy {
  readonly conversationId: string;
  readonly messageId: string;
  readonly channel: string;
  readonly customerId?: string;
  readonly issueId?: string;
}

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

const TIMEOUT = 15_000;

/** The public API, in the words of the desk. */
export class DeskApi {
  constructor(
    private readonly tokens: Tokens,
    private readonly language: () => string,
  ) {}

  async myConversations(): Promise<readonly Conversation[]> {
    const found: Conversation[] = [];
    let after: string | null | undefined = '';
    while (after !== null && after !== undefined) {
      const page: Page<Conversation> = await this.json(
        `/conversations?state=open&owner=me&limit=100${after && `&after=${encodeURIComponent(after)}`}`,
      );
      found.push(...page.items);
      after = page.next;
    }
    return found;
  }

  conversation(id: string): Promise<Conversation> {
    return this.json(`/conversations/${id}`);
  }

  async messages(id: string): Promise<readonly Message[]> {
    const found: Message[] = [];
    let after: string | null | undefined = '';
    while (after !== null && after !== undefined) {
      const page: Page<Message> = await this.json(
        `/conversations/${id}/messages?limit=200${after && `&after=${encodeURIComponent(after)}`}`,
      );
      found.push(...page.items);
      after = page.next;
    }
    return found;
  }

  reply(id: string, text: string, assignmentNumber: number | undefined, key: string): Promise<Message> {
    return this.json(`/conversations/${id}/messages`, {
      method: 'POST',
      body: { text, assignmentNumber },
      idempotencyKey: key,
    });
  }

  async promiseDrafts(text: string): Promise<readonly PromiseDraft[]> {
    const page: Page<PromiseDraft> = await this.json('/promise-drafts', { method: 'POST', body: { text } });
    return page.items;
  }

  /** Makes what was confirmed a promise of the one who writes, by the message that says it. */
  makePromise(draft: PromiseDraft, by: PromisedBy, key: string): Promise<unknown> {
    const { kind, text, from, until, language } = draft;
    return this.json('/promises', { method: 'POST', body: { kind, text, from, until, language, ...by }, idempotencyKey: key });
  }

  close(id: string, reason: string): Promise<unknown> {
    return this.json(`/conversations/${id}/closure`, { method: 'POST', body: { reason } });
  }

  presence(): Promise<Presence> {
    return this.json('/agents/me/presence');
  }

  setPresence(status: PresenceStatus): Promise<Presence> {
    return this.json('/agents/me/presence', { method: 'PUT', body: { status } });
  }

  me(): Promise<AgentWork> {
    return this.json('/agents/me');
  }

  accept(offerId: string): Promise<{ conversationId: string }> {
    return this.json(`/offers/${offerId}/acceptance`, { method: 'POST', body: {} });
  }

  refuse(offerId: string, reason: string): Promise<unknown> {
    return this.json(`/offers/${offerId}/refusal`, { method: 'POST', body: { reason } });
  }

  glance(customerId: string): Promise<Glance> {
    return this.json(`/customers/${customerId}`);
  }

  suggestionShown(customerId: string, suggestionId: string): Promise<unknown> {
    return this.json(`/customers/${customerId}/suggestions/${suggestionId}/showing`, { method: 'PUT' });
  }

  answerSuggestion(customerId: string, suggestionId: string, outcome: SuggestionOutcome): Promise<unknown> {
    return this.json(`/customers/${customerId}/suggestions/${suggestionId}/outcome`, { method: 'POST', body: { outcome } });
  }

  resolve(issueId: string, resolution: string): Promise<IssueBrief> {
    return this.json(`/issues/${issueId}/resolution`, { method: 'POST', body: { resolution } });
  }

  async attachment(id: string): Promise<Blob> {
    return (await this.call(`/attachments/${id}`, {})).blob();
  }

  private async json<T>(path: string, call: Call = {}): Promise<T> {
    const response = await this.call(path, call);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private async call(path: string, call: Call): Promise<Response> {
    let response = await this.send(path, call, await this.tokens.token());
    if (response.status === 401) response = await this.send(path, call, await this.tokens.token(true));
    if (!response.ok) throw await problemFrom(response);
    return response;
  }

  private async send(path: string, call: Call, token: string): Promise<Response> {
    const headers: Record<string, string> = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json, application/problem+json;q=0.9, */*;q=0.1',
      'Accept-Language': this.language(),
    };
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey;
    try {
      return await fetch(`/api/v1${path}`, {
        method: call.method ?? 'GET',
        headers,
        signal: AbortSignal.timeout(TIMEOUT),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
    } catch {
      throw unreachable();
    }
  }
}
