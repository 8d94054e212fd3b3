import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import { dayName } from '../../text/time.ts';
import type { Conversation, Message } from '../api/types.ts';
import { channelIcon } from '../channel-icon.ts';
import { customerName } from '../customer/customer-name.ts';
import { DeskElement } from '../desk-element.ts';
import { named } from '../text/desk-text.ts';
import type { CloseDialog } from './close-dialog.ts';
import './close-dialog.ts';
import { conversationLook } from './conversation-look.ts';
import './message-item.ts';
import './pending-reply.ts';
import type { ReplyBox } from './reply-box.ts';
import './reply-box.ts';
import type { ResolveDialog } from './resolve-dialog.ts';
import './resolve-dialog.ts';

const NEAR_THE_END = 120;

@customElement('conversation-view')
export class ConversationView extends DeskElement {
  static override styles = [controls, conversationLook];

  @query('.thread') private thread: HTMLElement | null | undefined;
  @query('.thread > ol') private list: HTMLElement | null | undefined;
  @query('reply-box') private replyBox: ReplyBox | null | undefined;
  @query('close-dialog') private closeDialog!: CloseDialog;
  @query('resolve-dialog') private resolveDialog!: ResolveDialog;
  private shown: string | undefined;
  private atEnd = true;
  private replyWanted = false;
  private readonly grown = new ResizeObserver(() => {
    if (this.atEnd) this.toEnd();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.grown.disconnect();
  }

  focusReply(): void {
    this.replyWanted = true;
    this.passFocus();
  }

  private passFocus(): void {
    if (!this.replyWanted || !this.replyBox) return;
    this.replyWanted = false;
    void this.replyBox.updateComplete.then(() => this.replyBox?.focusText());
  }

  /** What opened the dialog is gone with what it did. */
  private readonly focusThread = (): void => void this.updateComplete.then(() => this.thread?.focus());

  protected override render(): TemplateResult {
    const { selected, conversations, broken } = this.desk.state;
    const conversation = selected ? conversations.get(selected) : undefined;
    if (conversation) return this.renderConversation(conversation);
    if (selected && broken.has(selected)) return this.renderBroken(selected);
    return html`<div class="empty">
      ${selected ? this.text.loading : html`${icon('chat', 40)}<p>${this.text.chooseConversation}</p><p class="muted small">${this.text.chooseConversationHint}</p>`}
    </div>`;
  }

  private renderBroken(id: string): TemplateResult {
    return html`<div class="empty">
      ${icon('alert', 40)}
      <p>${this.text.loadFailed}</p>
      <button class="button" @click=${() => this.desk.open(id)}>${icon('retry')} ${this.text.tryAgain}</button>
    </div>`;
  }

  private renderConversation(conversation: Conversation): TemplateResult {
    const id = conversation.conversationId;
    const messages = this.desk.state.messages.get(id);
    return html`<section data-testid="conversation" data-conversation=${id} aria-labelledby="title">
      ${this.renderHead(conversation)}
      <div class="thread" tabindex="0" role="log" aria-live="off" aria-label=${this.text.messages} @scroll=${this.scrolled}>
        ${messages ? this.renderMessages(conversation, messages) : html`<p class="muted">${this.text.loading}</p>`}
      </div>
      <reply-box .desk=${this.desk} .conversation=${conversation}></reply-box>
      <close-dialog .desk=${this.desk} .conversation=${conversation} @done=${this.focusThread}></close-dialog>
      <resolve-dialog .desk=${this.desk} .conversation=${conversation} @done=${this.focusThread}></resolve-dialog>
    </section>`;
  }

  private renderHead(conversation: Conversation): TemplateResult {
    const { text } = this;
    const open = conversation.state === 'open';
    return html`<header>
      <button class="button quiet square back" aria-label=${text.back} @click=${() => this.dispatchEvent(new Event('back'))}>
        ${icon('back')}
      </button>
      <div class="what">
        <h2 id="title" data-testid="conversation-title">
          ${icon(channelIcon(conversation.channelKind), 20)}
          <span>${conversation.subject || customerName(conversation, text)}</span>
        </h2>
        <p class="muted small">
          ${conversation.subject ? html`${customerName(conversation, text)} · ` : nothing}${named(text.channels, conversation.channelKind)}
          · <span data-testid="conversation-reference">${conversation.reference}</span>
        </p>
      </div>
      <div class="actions">
        <button class="button customer" @click=${() => this.dispatchEvent(new Event('show-customer'))}>
          ${icon('person')} ${text.showCustomer}
        </button>
        ${this.renderIssueAction(conversation)}
        ${
          open
            ? html`<button class="button" data-testid="close" @click=${() => this.closeDialog.open()}>${text.close}</button>`
            : html`<span class="pill" data-testid="closed">${text.closed}</span>`
        }
      </div>
    </header>`;
  }

  private renderIssueAction(conversation: Conversation): TemplateResult | typeof nothing {
    const { issue } = conversation;
    if (!issue) return nothing;
    if (issue.state !== 'open') {
      return html`<span class="pill good" data-testid="issue-resolved">${icon('check', 15)} ${this.text.issueResolved}</span>`;
    }
    return html`<button class="button" data-testid="resolve" @click=${() => this.resolveDialog.open()}>
      ${icon('flag')} ${this.text.resolve}
    </button>`;
  }

  private renderMessages(conversation: Conversation, messages: readonly Message[]): TemplateResult {
    const { desk } = this;
    let day = '';
    const pending = desk.replies.of(conversation.conversationId);
    return html`<ol data-testid="messages">
      ${repeat(
        messages,
        (message) => message.messageId,
        (message) => {
          const today = dayName(message.occurredAt, desk.language);
          const separator = today === day ? nothing : html`<li class="day"><span>${today}</span></li>`;
          day = today;
          return html`${separator}
            <li class=${message.direction}>
              <message-item .desk=${desk} .message=${message} .customer=${customerName(conversation, this.text)}></message-item>
            </li>`;
        },
      )}
      ${repeat(
        pending,
        (item) => item.id,
        (item) => html`<li class="out">
          <pending-reply .desk=${desk} .item=${item} @edit=${() => this.takeBack(item.id, item.body.text)}></pending-reply>
        </li>`,
      )}
    </ol>`;
  }

  private takeBack(id: string, text: string): void {
    this.desk.replies.drop(id);
    this.replyBox?.putText(text);
  }

  private scrolled(): void {
    const { thread } = this;
    if (thread) this.atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < NEAR_THE_END;
  }

  /** A new conversation is read from its end; new messages pull along only a reader who is at the end. */
  protected override updated(_changed: PropertyValues): void {
    const { selected } = this.desk.state;
    if (selected !== this.shown) this.atEnd = true;
    this.shown = selected;
    this.passFocus();
    this.grown.disconnect();
    for (const part of [this.thread, this.list]) if (part) this.grown.observe(part);
  }

  private toEnd(): void {
    this.thread?.scrollTo({ top: this.thread.scrollHeight });
    this.atEnd = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-view': ConversationView;
  }
}
