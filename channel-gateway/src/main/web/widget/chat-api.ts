export interface ChatMessage {
  readonly messageId: string;
  readonly clientMessageId?: string;
  readonly number: number;
  readonly direction: 'in' | 'out';
  readonly author: { readonly type: string; readonly name?: string | null };
  readonly text: string;
  readonly occurredAt: string;
  readonly delivery?: { readonly status: string } | null;
}

export interface ChatSession {
  readonly visitorToken: string;
  readonly visitorId: string;
  readonly conversationId?: string | null;
  readonly expiresAt: string;
  readonly authenticated: boolean;
  readonly displayName?: string | null;
}

/** An answer that is no success; status 0 when there was none. */
export class ChatProblem extends Error {
  constructor(
    readonly status: number,
    readonly retryAfter?: number,
  ) {
    super(`chat answered ${status}`);
  }

  get temporary(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const TIMEOUT = 15_000;

/** The visitor's part of the public API. */
export class ChatApi {
  constructor(
    private readonly origin: string,
    private readonly language: string,
  ) {}

  get streamUrl(): string {
    return `${this.origin.replace(/^http/, 'ws')}/api/v1/chat/stream`;
  }

  session(request: {
    channel: string;
    shopToken?: string | undefined;
    visitorToken?: string | undefined;
  }): Promise<ChatSession> {
    return this.call('/sessions', { body: request });
  }

  send(token: string, message: { clientMessageId: string; text: string; occurredAt: string }): Promise<unknown> {
    return this.call('/messages', { token, body: message });
  }

  claim(token: string, email: string): Promise<unknown> {
    return this.call('/claims', { token, body: { email } });
  }

  async messages(token: string): Promise<readonly ChatMessage[]> {
    const found: ChatMessage[] = [];
    let after: string | null | undefined = '';
    while (after !== null && after !== undefined) {
      const query: string = after && `?after=${encodeURIComponent(after)}`;
      const page: { items: ChatMessage[]; next?: string | null } = await this.call(`/messages${query}`, { token });
      found.push(...page.items);
      after = page.next;
    }
    return found;
  }

  private async call<T>(path: string, { token, body }: { token?: string; body?: unknown }): Promise<T> {
    const response = await this.fetch(path, token, body);
    if (!response.ok) {
      const seconds = Number(response.headers.get('Retry-After'));
      throw new ChatProblem(response.status, seconds > 0 ? Math.min(seconds, 60) : undefined);
    }
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private async fetch(path: string, token: string | undefined, body: unknown): Promise<Response> {
    const headers: Record<string, string> = { 'Accept-Language': this.language };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), TIMEOUT);
    try {
      return await fetch(`${this.origin}/api/v1/chat${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        credentials: 'omit',
        signal: stop.signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new ChatProblem(0);
    } finally {
      clearTimeout(timer);
    }
  }
}
