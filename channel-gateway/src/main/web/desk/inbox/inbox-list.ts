import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import { ago, lasted } from '../../text/time.ts';
import type { Conversation } from '../api/types.ts';
import { channelIcon } from '../channel-icon.ts';
import { customerName } from '../customer/customer-name.ts';
import { DeskElement } from '../desk-element.ts';
import { lastActive } from '../desk-state.ts';
import { named } from '../text/desk-text.ts';
import { inboxLook } from './inbox-look.ts';

const REFRESH = 20_000;

/** My open conversations: those that wait for a reply first. */
@customElement('inbox-list')
export class InboxList extends DeskElement {
  static override styles = [controls, inboxLook];
  private ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), REFRESH);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  protected override render(): TemplateResult {
    const { text } = this;
    const inbox = this.desk.inbox();
    return html`<nav aria-labelledby="title" data-testid="inbox">
      <h2 id="title">${text.inbox} ${inbox.length > 0 ? html`<span class="count">${inbox.length}</span>` : nothing}</h2>
      ${
        inbox.length === 0
          ? this.renderEmpty()
          : html`<ul>
            ${repeat(
              inbox,
              (conversation) => conversation.conversationId,
              (conversation) => this.renderItem(conversation),
            )}
          </ul>`
      }
    </nav>`;
  }

  private renderEmpty(): TemplateResult {
    const { text } = this;
    const available = this.desk.state.presence?.status === 'available';
    return html`<div class="empty">
      ${icon('tray', 36)}
      <p>${text.inboxEmpty}</p>
      <p class="muted small">${available ? text.inboxEmptyAvailable : text.inboxEmptyOff}</p>
    </div>`;
  }

  private renderItem(conversation: Conversation): TemplateResult {
    const { text, desk } = this;
    const id = conversation.conversationId;
    const unread = desk.state.unread.get(id) ?? 0;
    return html`<li>
      <a
        href="/desk/c/${id}"
        class=${unread > 0 ? 'unread' : ''}
        aria-current=${desk.state.selected === id ? 'true' : nothing}
        data-testid="inbox-item"
        data-conversation=${id}
        @click=${(event: MouseEvent) => this.choose(event, id)}
      >
        <span class="channel" title=${named(text.channels, conversation.channelKind)}>
          ${icon(channelIcon(conversation.channelKind))}
          <span class="hidden">${named(text.channels, conversation.channelKind)}</span>
        </span>
        <span class="name">${customerName(conversation, text)}</span>
        <time datetime=${lastActive(conversation)}>${ago(lastActive(conversation), desk.language)}</time>
        <span class="line">${this.line(conversation)}</span>
        ${
          unread > 0
            ? html`<span class="badge" data-testid="unread"><span aria-hidden="true">${unread}</span><span class="hidden">${text.unread(unread)}</span></span>`
            : nothing
        }
        ${this.renderDue(conversation)}
      </a>
    </li>`;
  }

  private renderDue(conversation: Conversation): TemplateResult {
    const { text, desk } = this;
    if (!conversation.replyDue) return html`<span class="state muted">${text.waitingForCustomer}</span>`;
    const waited = conversation.replyDueSince ? lasted(conversation.replyDueSince, desk.language) : '';
    return html`<span class="state due">${icon('clock', 15)} ${text.replyDue}${waited ? ` · ${waited}` : ''}</span>`;
  }

  private line(conversation: Conversation): string {
    const last = this.desk.state.messages.get(conversation.conversationId)?.at(-1);
    return conversation.subject || last?.text.slice(0, 140) || conversation.issue?.title || conversation.reference;
  }

  private choose(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }
}
