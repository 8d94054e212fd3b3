import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../look/icons.ts';
import { tokens } from '../look/tokens.ts';
import { newId } from '../pending/id.ts';
import type { Pending } from '../pending/pending-queue.ts';
import type { Catalogue, Language } from '../text/language.ts';
import { clockTime } from '../text/time.ts';
import { Chat, type ChatText } from './chat.ts';
import type { ChatApi, ChatMessage } from './chat-api.ts';
import { chatLook } from './chat-look.ts';
import { en } from './text/en.ts';
import { fi } from './text/fi.ts';
import { sv } from './text/sv.ts';
import { threadLook } from './thread-look.ts';
import { Visitor } from './visitor.ts';

export interface ChatSetup {
  readonly api: ChatApi;
  readonly channel: string;
  readonly shopToken: () => string | undefined;
  readonly storage: Storage | undefined;
  readonly language: Language;
}

const catalogues: Record<Language, Catalogue<typeof fi>> = { fi, sv, en };
const LONGEST = 4_000;

/** The launcher and the panel. The shadow root keeps the page's styles out; it is open, so that browser tests see in. */
export class SaumatonChat extends LitElement {
  static override styles = [tokens, chatLook, threadLook];

  private opened = false;
  private unread = 0;
  private email: 'ask' | 'wrong' | 'failed' | 'kept' = 'ask';
  private spoken = '';
  private readonly title$ = `t${newId()}`;
  private language!: Language;
  private visitor!: Visitor;
  private chat!: Chat;

  setup({ api, channel, shopToken, storage, language }: ChatSetup): void {
    this.language = language;
    this.visitor = new Visitor(api, channel, shopToken, storage, (token, same) => this.chat.tokenRenewed(token, same));
    this.chat = new Chat(
      api,
      this.visitor,
      storage,
      () => this.requestUpdate(),
      (message) => this.hear(message),
    );
    if (this.chat.goingOn) this.chat.start();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.tellSeen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.tellSeen);
  }

  private get text(): Catalogue<typeof fi> {
    return catalogues[this.language];
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${this.language}>
      ${this.opened ? this.renderPanel() : nothing} ${this.renderLauncher()}
    </div>`;
  }

  private renderLauncher(): TemplateResult {
    const { text, unread } = this;
    return html`<button
      class="launcher"
      data-testid="launcher"
      aria-expanded=${this.opened}
      aria-label=${this.opened ? text.minimise : unread > 0 ? text.openUnread(unread) : text.open}
      @click=${this.toggle}
    >
      ${icon(this.opened ? 'down' : 'chat', 26)}
      ${unread > 0 ? html`<span class="badge" aria-hidden="true" data-testid="unread">${unread}</span>` : nothing}
    </button>`;
  }

  private renderPanel(): TemplateResult {
    const { text, chat } = this;
    return html`<section
      class="panel"
      role="dialog"
      aria-labelledby=${this.title$}
      data-testid="panel"
      @keydown=${this.escape}
    >
      <header>
        <div>
          <h2 id=${this.title$}>${text.title}</h2>
          <p class="status" data-testid="status">${this.status()}</p>
        </div>
        <button class="plain" aria-label=${text.minimise} @click=${this.toggle}>${icon('down', 22)}</button>
      </header>
      ${this.notice()}
      <div class="thread" tabindex="0" role="log" aria-label=${text.messages} aria-live="off">
        <ol>
          <li class="line out"><p class="bubble">${text.greeting}</p></li>
          ${this.joinedAfter(0)}
          ${repeat(
            chat.messages,
            (message) => message.messageId,
            (message) => this.renderMessage(message),
          )}
          ${repeat(
            chat.unsent(),
            (item) => item.id,
            (item) => this.renderUnsent(item),
          )}
          ${chat.closed ? html`<li class="event" data-testid="closed">${text.closed}</li>` : nothing}
        </ol>
      </div>
      <p class="hidden" aria-live="polite">${this.spoken}</p>
      ${this.renderEmail()} ${this.renderComposer()}
    </section>`;
  }

  private status(): string {
    const { text, chat } = this;
    if (chat.agent) return text.answering(chat.agent);
    return chat.messages.length + chat.unsent().length > 0 && !chat.closed ? text.waiting : text.soon;
  }

  private notice(): TemplateResult | typeof nothing {
    const { chat, text } = this;
    if (chat.unavailable) return html`<p class="notice" role="status">${text.unavailable}</p>`;
    return chat.connection === 'offline' ? html`<p class="notice" role="status">${text.offline}</p>` : nothing;
  }

  private joinedAfter(number: number): TemplateResult[] {
    return this.chat.joined
      .filter((joined) => joined.after === number)
      .map((joined) => html`<li class="event" data-testid="joined">${this.text.joined(joined.name)}</li>`);
  }

  private renderMessage(message: ChatMessage): TemplateResult {
    const { text } = this;
    const own = message.direction === 'in';
    const who = own ? text.you : (message.author.name ?? text.them);
    return html`<li class="line ${own ? 'own' : 'out'}">
        <div class="bubble" data-testid="message" data-direction=${message.direction} data-state=${own ? (message.delivery?.status ?? 'delivered') : ''}>
          <p class=${own ? 'hidden' : 'who'}>${who}</p>
          <p class="body">${message.text}</p>
          <p class="meta">
            ${clockTime(message.occurredAt, this.language)}
            ${own ? html`${icon('checks', 14)}<span class="hidden">${message.delivery?.status === 'read' ? text.read : text.arrived}</span>` : nothing}
          </p>
        </div>
      </li>
      ${this.joinedAfter(message.number)}`;
  }

  private renderUnsent(item: Pending<ChatText>): TemplateResult {
    const { text, chat } = this;
    const state = { waiting: text.sending, accepted: text.sent, refused: text.failed }[item.state];
    return html`<li class="line own">
      <div class="bubble ${item.state}" data-testid="message" data-direction="in" data-state=${item.state}>
        <p class="hidden">${text.you}</p>
        <p class="body">${item.body.text}</p>
        <p class="meta">${icon(item.state === 'accepted' ? 'check' : item.state === 'waiting' ? 'clock' : 'alert', 14)} ${state}</p>
        ${
          item.state === 'refused'
            ? html`<p class="meta">
              <button class="link" @click=${() => chat.retry(item.id)}>${text.again}</button>
              <button class="link" @click=${() => chat.remove(item.id)}>${text.remove}</button>
            </p>`
            : nothing
        }
      </div>
    </li>`;
  }

  private renderEmail(): TemplateResult | typeof nothing {
    const { text, visitor } = this;
    if (visitor.session?.displayName) return html`<p class="aside">${text.signedInAs(visitor.session.displayName)}</p>`;
    if (visitor.session?.authenticated) return nothing;
    if (this.email === 'kept')
      return html`<p class="aside" role="status" data-testid="email-kept">${text.emailKept}</p>`;
    if (visitor.emailGiven) return nothing;
    return html`<form class="aside email" novalidate @submit=${this.keepEmail}>
      <label for="email">${text.email}</label>
      <div class="row">
        <input id="email" type="email" autocomplete="email" maxlength="254" data-testid="email" aria-describedby="email-hint" aria-invalid=${this.email === 'wrong'} />
        <button class="second" data-testid="email-send">${text.keepEmail}</button>
      </div>
      <p id="email-hint" aria-live="polite" class=${this.email === 'ask' ? '' : 'wrong'}>${{ ask: text.emailHint, wrong: text.emailWrong, failed: text.emailFailed }[this.email]}</p>
    </form>`;
  }

  private renderComposer(): TemplateResult {
    const { text } = this;
    return html`<form class="composer" @submit=${this.send}>
      <label class="hidden" for="text">${text.write}</label>
      <textarea
        id="text"
        rows="1"
        maxlength=${LONGEST}
        placeholder=${text.write}
        data-testid="text"
        enterkeyhint="send"
        @keydown=${this.enter}
      ></textarea>
      <button class="send" data-testid="send" aria-label=${text.send}>${icon('send', 20)}</button>
    </form>`;
  }

  private readonly toggle = async (): Promise<void> => {
    this.opened = !this.opened;
    this.unread = 0;
    if (this.opened) {
      this.chat.start();
      this.tellSeen();
    }
    this.requestUpdate();
    await this.updateComplete;
    this.find(this.opened ? '#text' : '.launcher')?.focus();
    this.toEnd();
  };

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') void this.toggle();
  };

  private readonly enter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.send(event);
  };

  private readonly send = (event: Event): void => {
    event.preventDefault();
    const area = this.find('#text') as HTMLTextAreaElement | null;
    const text = area?.value.trim() ?? '';
    if (!area || text === '') return;
    area.value = '';
    area.focus();
    this.chat.send(text);
    void this.updateComplete.then(() => this.toEnd());
  };

  private readonly keepEmail = async (event: Event): Promise<void> => {
    event.preventDefault();
    const field = this.find('#email') as HTMLInputElement | null;
    if (!field) return;
    const address = field.value.trim();
    const fine = address !== '' && field.validity.valid;
    this.email = fine ? await this.chat.claim(address) : 'wrong';
    this.requestUpdate();
  };

  private hear(message: ChatMessage): void {
    this.spoken = `${message.author.name ?? this.text.them}: ${message.text}`;
    if (this.opened) this.tellSeen();
    else this.unread++;
    void this.updateComplete.then(() => this.toEnd());
  }

  private readonly tellSeen = (): void => {
    if (this.opened && document.visibilityState === 'visible') this.chat.seen();
  };

  private toEnd(): void {
    const thread = this.find('.thread');
    thread?.scrollTo({ top: thread.scrollHeight });
  }

  private find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }
}
