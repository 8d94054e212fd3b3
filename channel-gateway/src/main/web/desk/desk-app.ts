import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { controls } from '../look/controls.ts';
import { icon } from '../look/icons.ts';
import { mark } from '../look/mark.ts';
import { backoff } from '../stream/backoff.ts';
import './conversation/conversation-view.ts';
import './customer/customer-panel.ts';
import { Desk } from './desk.ts';
import { appLook } from './desk-app-look.ts';
import './inbox/inbox-list.ts';
import './notice-list.ts';
import './offer/offer-tray.ts';
import { Session, type PageConfig } from './session/session.ts';
import { shortcuts, type ShortcutName } from './shortcuts.ts';
import './shortcut-help.ts';
import { deskText, savedLanguage, type DeskText } from './text/desk-text.ts';
import './top-bar.ts';

type Phase = 'starting' | 'unreachable' | 'signed-out' | 'failed' | 'no-provider' | 'ended' | 'running';
type Pane = 'inbox' | 'conversation' | 'customer';

const DEEP_LINK = /^\/desk\/c\/([0-9a-f-]{36})$/;

/** The whole page: signing in, then the desk. */
@customElement('desk-app')
export class DeskApp extends LitElement {
  static override styles = [controls, appLook];

  @state() private phase: Phase = 'starting';
  @state() private pane: Pane = 'inbox';
  @state() private desk: Desk | undefined;
  private session: Session | undefined;
  private tries = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.followAddress);
    addEventListener('keydown', this.key);
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.followAddress);
    removeEventListener('keydown', this.key);
  }

  protected override render(): TemplateResult {
    document.documentElement.lang = this.desk?.language ?? savedLanguage();
    if (this.phase === 'running' && this.desk) return this.renderDesk(this.desk);
    return this.renderDoor();
  }

  private renderDoor(): TemplateResult {
    const { text } = this;
    const waiting = this.phase === 'starting' || this.phase === 'unreachable';
    return html`<main class="door">
      <div class="sheet">
        ${mark(52)}
        <h1>${text.product}</h1>
        <p class="muted">${this.phase === 'starting' ? text.starting : text.signInIntro}</p>
        <p class="trouble" role="alert">${this.trouble() ?? nothing}</p>
        ${
          waiting
            ? nothing
            : html`<button class="button primary wide" data-testid="sign-in" @click=${this.signIn}>${text.signIn}</button>`
        }
      </div>
    </main>`;
  }

  private trouble(): string | undefined {
    const { text } = this;
    const troubles: Partial<Record<Phase, string>> = {
      failed: text.signInFailed,
      'no-provider': text.signInUnreachable,
      ended: text.sessionEnded,
      unreachable: text.startFailed,
    };
    return troubles[this.phase];
  }

  private renderDesk(desk: Desk): TemplateResult {
    const { text } = this;
    const offline = desk.state.connection === 'offline';
    return html`
      <top-bar .desk=${desk} @sign-out=${this.signOut} @help=${this.showHelp}></top-bar>
      ${offline ? html`<p class="strip">${icon('alert')} ${text.offlineLong}</p>` : nothing}
      <main class="panes" data-pane=${this.pane}>
        <div class="left">
          <offer-tray .desk=${desk} @taken=${() => this.focusIn('conversation')}></offer-tray>
          <inbox-list .desk=${desk} @choose=${(event: CustomEvent<string>) => this.choose(event.detail)}></inbox-list>
        </div>
        <conversation-view
          .desk=${desk}
          @back=${this.leaveConversation}
          @show-customer=${() => this.show('customer')}
        ></conversation-view>
        <customer-panel .desk=${desk} @back=${() => this.show('conversation')}></customer-panel>
      </main>
      <notice-list .desk=${desk}></notice-list>
      <shortcut-help .desk=${desk}></shortcut-help>
    `;
  }

  private async begin(): Promise<void> {
    try {
      this.session ??= await this.makeSession();
      const failed = new URLSearchParams(location.search).has('error');
      const signedIn = await this.session.resume();
      if (signedIn) this.run(this.session);
      else this.phase = failed ? 'failed' : 'signed-out';
    } catch {
      this.phase = 'unreachable';
      setTimeout(() => void this.begin(), backoff(this.tries++));
    }
  }

  private async makeSession(): Promise<Session> {
    const response = await fetch('/app/config.json');
    if (!response.ok) throw new Error(`config answered ${response.status}`);
    return new Session(
      (await response.json()) as PageConfig,
      (token) => this.desk?.tokenRenewed(token),
      () => this.sessionEnded(),
    );
  }

  private run(session: Session): void {
    const desk = new Desk(session);
    this.desk = desk;
    this.phase = 'running';
    desk.listen(() => this.deskChanged(desk));
    this.followAddress();
    desk.start();
  }

  private sessionEnded(): void {
    if (this.phase !== 'running') return;
    this.phase = 'ended';
    this.desk?.leave();
    this.desk = undefined;
  }

  private readonly signIn = async (): Promise<void> => {
    try {
      await this.session?.signIn(savedLanguage());
    } catch {
      this.phase = 'no-provider';
    }
  };

  private readonly signOut = async (): Promise<void> => {
    await this.desk?.stop();
    await this.session?.signOut();
  };

  private deskChanged(desk: Desk): void {
    const waiting = desk.offers().length + desk.state.unread.size;
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${this.text.desk} – ${this.text.product}`;
    this.requestUpdate();
  }

  private choose(conversationId: string): void {
    history.pushState(null, '', `/desk/c/${conversationId}`);
    this.desk?.select(conversationId);
    this.show('conversation');
  }

  private readonly leaveConversation = (): void => {
    history.pushState(null, '', '/desk/');
    this.desk?.select(undefined);
    this.show('inbox');
  };

  private readonly followAddress = (): void => {
    const id = DEEP_LINK.exec(location.pathname)?.[1];
    this.desk?.select(id);
    this.pane = id ? 'conversation' : 'inbox';
  };

  private show(pane: Pane): void {
    this.pane = pane;
    const selected = this.desk?.state.selected;
    if (pane === 'conversation' && selected) history.replaceState(null, '', `/desk/c/${selected}`);
  }

  private readonly key = (event: KeyboardEvent): void => {
    const name = shortcuts.find((shortcut) => shortcut.matches(event))?.name;
    if (!name || !this.desk) return;
    event.preventDefault();
    this.doShortcut(name, this.desk);
  };

  private doShortcut(name: ShortcutName, desk: Desk): void {
    const tray = this.renderRoot.querySelector('offer-tray');
    if (name === 'accept') tray?.acceptFirst();
    else if (name === 'decline') tray?.declineFirst();
    else if (name === 'next') this.step(desk, 1);
    else if (name === 'previous') this.step(desk, -1);
    else if (name === 'reply') this.focusIn('conversation');
    else if (name === 'customer') this.focusIn('customer');
    else this.showHelp();
  }

  private step(desk: Desk, by: number): void {
    const inbox = desk.inbox();
    const at = inbox.findIndex((conversation) => conversation.conversationId === desk.state.selected);
    const next = inbox[at < 0 ? 0 : (at + by + inbox.length) % inbox.length];
    if (next) this.choose(next.conversationId);
  }

  private focusIn(pane: 'conversation' | 'customer'): void {
    this.show(pane);
    void this.updateComplete.then(() => {
      if (pane === 'conversation') this.renderRoot.querySelector('conversation-view')?.focusReply();
      else this.renderRoot.querySelector('customer-panel')?.focusName();
    });
  }

  private readonly showHelp = (): void => this.renderRoot.querySelector('shortcut-help')?.open();

  private get text(): DeskText {
    return this.desk?.text ?? deskText(savedLanguage());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-app': DeskApp;
  }
}
