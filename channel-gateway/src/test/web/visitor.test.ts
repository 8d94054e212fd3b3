import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { ChatApi, ChatProblem, type ChatSession } from '../../main/web/widget/chat-api.ts';
import { Visitor } from '../../main/web/widget/visitor.ts';

class FakeStorage {
  private readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

interface Request {
  readonly shopToken?: string | undefined;
  readonly visitorToken?: string | undefined;
}

class FakeApi extends ChatApi {
  readonly asked: Request[] = [];
  visitorId = 'v1';
  refuse: (request: Request) => boolean = () => false;

  override session(request: Request): Promise<ChatSession> {
    this.asked.push(request);
    if (this.refuse(request)) return Promise.reject(new ChatProblem(401));
    return Promise.resolve({
      visitorToken: `token-${this.asked.length}`,
      visitorId: this.visitorId,
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      authenticated: request.shopToken !== undefined,
    });
  }
}

const shopToken = (sub: string, exp?: number) => `x.${btoa(JSON.stringify({ sub, exp }))}.x`;

const renewals: boolean[] = [];

function visit(api: FakeApi, storage: FakeStorage, token?: string): Visitor {
  return new Visitor(
    api,
    'webchat:shop',
    () => token,
    storage as unknown as Storage,
    (_token, same) => renewals.push(same),
  );
}

test('a session survives a reload and is asked for once', async () => {
  const api = new FakeApi('http://localhost', 'fi');
  const storage = new FakeStorage();
  const first = visit(api, storage);
  deepEqual(await Promise.all([first.token(), first.token()]), ['token-1', 'token-1']);
  equal(await visit(api, storage).token(), 'token-1');
  equal(api.asked.length, 1);
});

test('who comes after a logged-in visitor sees nothing of the former', async () => {
  const api = new FakeApi('http://localhost', 'fi');
  const storage = new FakeStorage();
  const loggedIn = visit(api, storage, shopToken('10042'));
  await loggedIn.token();
  const next = visit(api, storage);
  equal(next.session, undefined);
  await next.token();
  deepEqual(api.asked[1], { channel: 'webchat:shop' });
  equal(next.pendingKey === loggedIn.pendingKey, false);
});

test('an anonymous visitor who logs in goes on with the same conversation', async () => {
  const api = new FakeApi('http://localhost', 'fi');
  const storage = new FakeStorage();
  await visit(api, storage).token();
  const token = shopToken('10042');
  const loggedIn = visit(api, storage, token);
  equal(await loggedIn.token(), 'token-2');
  deepEqual(api.asked[1], { channel: 'webchat:shop', shopToken: token, visitorToken: 'token-1' });
  equal(await loggedIn.token(), 'token-2');
});

test('an expired login is asked about once; the visitor goes on without it', async () => {
  const api = new FakeApi('http://localhost', 'fi');
  const storage = new FakeStorage();
  await visit(api, storage).token();
  api.refuse = (request) => request.shopToken !== undefined;
  const expired = visit(api, storage, shopToken('10042'));
  equal(await expired.token(), 'token-3');
  deepEqual(api.asked[2], { channel: 'webchat:shop', visitorToken: 'token-1' });
  equal(await expired.token(), 'token-3');
  equal(api.asked.length, 3);
});

test('a visitor whose old tokens are refused begins anew', async () => {
  const api = new FakeApi('http://localhost', 'fi');
  const storage = new FakeStorage();
  await visit(api, storage).token();
  api.refuse = (request) => request.visitorToken !== undefined;
  equal(await visit(api, storage).token(true), 'token-3');
  deepEqual(api.asked[2], { channel: 'webchat:shop' });
});

test('a login that could not be proven again makes a new visitor, and the page is told', async () => {
  const api = new FakeApi('http://localhost', 'fi');
  const storage = new FakeStorage();
  const token = shopToken('10042');
  const loggedIn = visit(api, storage, token);
  await loggedIn.token();
  loggedIn.noteEmail();
  api.refuse = (request) => request.shopToken !== undefined;
  api.visitorId = 'v2';
  renewals.length = 0;
  await loggedIn.token(true);
  deepEqual(renewals, [false]);
  equal(loggedIn.emailGiven, false);
  equal(loggedIn.session?.authenticated, false);
});

test('a proven visitor whose proof has run out is not asked to prove it by a mere reconnect', async () => {
  const now = Math.floor(Date.now() / 1000);
  const api = new FakeApi('http://localhost', 'fi');
  const fresh = visit(api, new FakeStorage(), shopToken('10042', now + 600));
  const stale = visit(api, new FakeStorage(), shopToken('10042', now - 1));
  const anonymous = visit(api, new FakeStorage());
  equal(stale.renewable, true);
  await Promise.all([fresh.token(), stale.token(), anonymous.token()]);
  deepEqual([fresh.renewable, stale.renewable, anonymous.renewable], [true, false, true]);
});
