import { storageOrNothing } from '../../pending/browser-store.ts';
import { claimsOf, newPkce, randomText } from './pkce.ts';

export interface PageConfig {
  readonly oidc: { readonly issuer: string; readonly clientId: string };
}

interface Endpoints {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
}

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly expires_in: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The identity provider said no: only signing in again helps. Anything else is a passing trouble. */
export class SessionEnded extends Error {}

const REFRESH = 'saumaton.refresh';
const ID_TOKEN = 'saumaton.id';
const ATTEMPT = 'saumaton.sign-in';
const MARGIN = 30_000;

/**
 * Signed in by authorization code and PKCE. The access token lives in memory only; the refresh token survives a
 * reload in this tab's session storage, and is rotated by the provider at each use.
 */
export class Session {
  person: Person | undefined;
  private endpoints: Promise<Endpoints> | undefined;
  private access: { readonly token: string; readonly until: number } | undefined;
  private refreshing: Promise<string> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private readonly storage = storageOrNothing(() => sessionStorage);

  constructor(
    private readonly config: PageConfig,
    private readonly renewed: (token: string) => void,
    private readonly ended: () => void,
  ) {}

  /** Takes up the session that this tab had, or that the provider has just given; false when there is none. */
  async resume(): Promise<boolean> {
    if (new URLSearchParams(location.search).has('state')) return this.finishSignIn();
    if (!this.storage?.getItem(REFRESH)) return false;
    try {
      await this.token(true);
      return true;
    } catch (failure) {
      if (failure instanceof SessionEnded) return false;
      throw failure;
    }
  }

  async signIn(language: string): Promise<void> {
    const { verifier, challenge } = await newPkce();
    const state = randomText();
    const { authorization_endpoint } = await this.discover();
    this.storage?.setItem(ATTEMPT, JSON.stringify({ state, verifier, path: location.pathname }));
    location.assign(
      `${authorization_endpoint}?${new URLSearchParams({
        client_id: this.config.oidc.clientId,
        response_type: 'code',
        scope: 'openid',
        redirect_uri: redirectUri(),
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ui_locales: language,
      })}`,
    );
  }

  async signOut(): Promise<void> {
    const idToken = this.storage?.getItem(ID_TOKEN);
    this.forget();
    const { end_session_endpoint } = await this.discover();
    if (!end_session_endpoint) return location.reload();
    const query = new URLSearchParams({
      client_id: this.config.oidc.clientId,
      post_logout_redirect_uri: redirectUri(),
      ...(idToken ? { id_token_hint: idToken } : {}),
    });
    location.assign(`${end_session_endpoint}?${query}`);
  }

  async token(fresh = false): Promise<string> {
    if (!fresh && this.access && this.access.until - MARGIN > Date.now()) return this.access.token;
    this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  private async finishSignIn(): Promise<boolean> {
    const answer = new URLSearchParams(location.search);
    const attempt = JSON.parse(this.storage?.getItem(ATTEMPT) ?? '{}') as Record<string, string>;
    this.storage?.removeItem(ATTEMPT);
    history.replaceState(null, '', attempt.path ?? location.pathname);
    const code = answer.get('code');
    if (!code || !attempt.verifier || answer.get('state') !== attempt.state) return false;
    await this.ask({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri(),
      code_verifier: attempt.verifier,
    });
    return true;
  }

  private refresh(): Promise<string> {
    const refreshToken = this.storage?.getItem(REFRESH);
    if (!refreshToken) return Promise.reject(this.endNow());
    return this.ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  private async ask(form: Record<string, string>): Promise<string> {
    const { token_endpoint } = await this.discover();
    const response = await fetch(token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({ client_id: this.config.oidc.clientId, ...form }),
    });
    if (response.status === 400 || response.status === 401) throw this.endNow();
    if (!response.ok) throw new Error(`token endpoint answered ${response.status}`);
    return this.keep((await response.json()) as TokenAnswer);
  }

  private keep(answer: TokenAnswer): string {
    this.access = { token: answer.access_token, until: Date.now() + answer.expires_in * 1000 };
    if (answer.refresh_token) this.storage?.setItem(REFRESH, answer.refresh_token);
    if (answer.id_token) this.storage?.setItem(ID_TOKEN, answer.id_token);
    this.person = personOf(answer.access_token);
    this.renewLater(answer.expires_in * 1000);
    this.renewed(answer.access_token);
    return answer.access_token;
  }

  private renewLater(lifetime: number): void {
    clearTimeout(this.renewal);
    this.renewal = setTimeout(
      () => {
        this.token(true).catch((failure: unknown) => {
          if (!(failure instanceof SessionEnded)) this.renewLater(MARGIN);
        });
      },
      Math.max(5_000, lifetime - 2 * MARGIN),
    );
  }

  private endNow(): SessionEnded {
    this.forget();
    this.ended();
    return new SessionEnded();
  }

  private forget(): void {
    clearTimeout(this.renewal);
    this.access = undefined;
    this.storage?.removeItem(REFRESH);
    this.storage?.removeItem(ID_TOKEN);
  }

  private discover(): Promise<Endpoints> {
    this.endpoints ??= fetch(`${this.config.oidc.issuer}/.well-known/openid-configuration`)
      .then((response) => {
        if (!response.ok) throw new Error(`identity provider answered ${response.status}`);
        return response.json() as Promise<Endpoints>;
      })
      .catch((failure: unknown) => {
        this.endpoints = undefined;
        throw failure;
      });
    return this.endpoints;
  }
}

function redirectUri(): string {
  return `${location.origin}/desk/`;
}

function personOf(token: string): Person {
  const claims = claimsOf(token);
  const access = claims.realm_access as { roles?: string[] } | undefined;
  return {
    id: String(claims.sub ?? ''),
    name: String(claims.name ?? claims.preferred_username ?? ''),
    roles: access?.roles ?? [],
  };
}
