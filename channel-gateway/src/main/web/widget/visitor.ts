import { ChatProblem, type ChatApi, type ChatSession } from './chat-api.ts';

interface Kept {
  readonly session: ChatSession;
  /** Whose login at the shop the session stands for; absent for an anonymous visitor. */
  readonly subject?: string;
  readonly emailGiven?: boolean;
}

interface Proof {
  readonly shopToken?: string | undefined;
  readonly visitorToken?: string | undefined;
}

const MARGIN = 60_000;

/**
 * Who the visitor is to the gateway: a token that survives reloads, renewed in time. An anonymous visitor who logs in
 * at the shop goes on with the same conversation; a session that stands for a login is dropped when the page is no
 * longer logged in as the same person, so that the next user of the browser does not see the previous one's.
 */
export class Visitor {
  private asking: Promise<string> | undefined;
  private kept: Kept | undefined;
  private askedAs: { readonly subject: string | undefined } | undefined;

  constructor(
    private readonly api: ChatApi,
    private readonly channel: string,
    private readonly shopToken: () => string | undefined,
    private readonly storage: Storage | undefined,
    private readonly renewed: (token: string, sameVisitor: boolean) => void,
  ) {
    this.kept = this.read();
    if (this.kept?.subject && this.kept.subject !== subjectOf(shopToken())) this.forget();
  }

  get session(): ChatSession | undefined {
    return this.kept?.session;
  }

  get emailGiven(): boolean {
    return this.kept?.emailGiven ?? false;
  }

  noteEmail(): void {
    if (this.kept) this.keep({ ...this.kept, emailGiven: true });
  }

  /** A different visitor has a different box for unsent messages. */
  get pendingKey(): string {
    return `${this.key}.pending.${subjectOf(this.shopToken()) ?? 'anonymous'}`;
  }

  /**
   * Whether asking anew keeps the visitor. A proven one whose proof has run out would become somebody else; their session
   * goes on until it ends or is refused.
   */
  get renewable(): boolean {
    return !this.session?.authenticated || (expiryOf(this.shopToken()) ?? Infinity) > Date.now();
  }

  async token(fresh = false): Promise<string> {
    const { session } = this;
    if (!fresh && session && this.upToDate(session)) return session.visitorToken;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private upToDate(session: ChatSession): boolean {
    const subject = subjectOf(this.shopToken());
    const sameVisitor = this.kept?.subject === subject || this.askedAs?.subject === subject;
    return sameVisitor && Date.parse(session.expiresAt) - MARGIN > Date.now();
  }

  private async ask(): Promise<string> {
    const shopToken = this.shopToken();
    const visitorToken = this.session?.visitorToken;
    const subject = subjectOf(shopToken);
    const before = this.kept;
    const session = await this.firstAccepted([{ shopToken, visitorToken }, { visitorToken }, { shopToken }, {}]);
    const sameVisitor = before === undefined || before.session.visitorId === session.visitorId;
    const proven = session.authenticated ? (subject ?? before?.subject) : undefined;
    this.askedAs = { subject };
    this.keep({ session, emailGiven: sameVisitor && this.emailGiven, ...(proven ? { subject: proven } : {}) });
    this.renewed(session.visitorToken, sameVisitor);
    return session.visitorToken;
  }

  /** An old visitor token or an expired shop token is refused; a visitor can always begin anew without it. */
  private async firstAccepted(tries: readonly Proof[]): Promise<ChatSession> {
    let last: unknown;
    for (const proof of distinct(tries)) {
      try {
        return await this.api.session({ channel: this.channel, ...proof });
      } catch (failure) {
        if (!(failure instanceof ChatProblem) || failure.temporary || failure.status === 404) throw failure;
        last = failure;
      }
    }
    throw last;
  }

  private get key(): string {
    return `saumaton.${this.channel}`;
  }

  private keep(kept: Kept): void {
    this.kept = kept;
    try {
      this.storage?.setItem(this.key, JSON.stringify(kept));
    } catch {
      // Full or forbidden: the visitor is remembered until the page is left.
    }
  }

  private forget(): void {
    this.kept = undefined;
    this.storage?.removeItem(this.key);
  }

  private read(): Kept | undefined {
    try {
      return (JSON.parse(this.storage?.getItem(this.key) ?? 'null') as Kept | null) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** Without the tokens that are not there, two of the tries may be the same. */
function distinct(tries: readonly Proof[]): readonly Proof[] {
  const texts = new Set(tries.map((proof) => JSON.stringify(proof)));
  return [...texts].map((text) => JSON.parse(text) as Proof);
}

function subjectOf(token: string | undefined): string | undefined {
  return claimsOf(token).sub;
}

/** Milliseconds, as of Date.now(). */
function expiryOf(token: string | undefined): number | undefined {
  const { exp } = claimsOf(token);
  return exp === undefined ? undefined : exp * 1000;
}

function claimsOf(token: string | undefined): { readonly sub?: string; readonly exp?: number } {
  try {
    const payload = (token ?? '').split('.')[1] ?? '';
    return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string; exp?: number };
  } catch {
    return {};
  }
}
