import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { icon, type IconName } from '../../look/icons.ts';
import { clockTime, fullTime } from '../../text/time.ts';
import type { Attachment, Delivery, Message } from '../api/types.ts';
import { DeskElement } from '../desk-element.ts';
import { named } from '../text/desk-text.ts';
import { fileSize, pieces, splitQuoted, type Body } from './body.ts';
import { messageLook } from './message-look.ts';

const deliveryIcons: Record<Delivery['status'], IconName> = {
  accepted: 'clock',
  sent: 'check',
  delivered: 'checks',
  read: 'checks',
  failed: 'alert',
  uncertain: 'alert',
};

@customElement('message-item')
export class MessageItem extends DeskElement {
  static override styles = [controls, messageLook];

  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) customer = '';
  @state() private unfolded = false;

  protected override render(): TemplateResult {
    const { message, desk, text } = this;
    const { fresh, quoted } = bodyOf(message);
    return html`<article
      class="bubble ${message.direction}"
      data-testid="message"
      data-direction=${message.direction}
      data-message=${message.messageId}
    >
      <header>
        <strong>${this.author()}</strong>
        ${message.automatic ? html`<span class="pill">${text.automatic}</span>` : nothing}
        ${message.kind === 'unsupported' ? html`<span class="pill warn" data-testid="unsupported">${text.unsupported}</span>` : nothing}
        ${message.direction === 'in' && message.verified === false ? html`<span class="pill warn">${text.unverified}</span>` : nothing}
        <time datetime=${message.occurredAt} title=${fullTime(message.occurredAt, desk.language)}>${clockTime(message.occurredAt, desk.language)}</time>
      </header>
      <p class="body" data-testid="message-text">${linked(fresh)}</p>
      ${quoted ? this.renderQuoted(quoted) : nothing}
      ${message.attachments?.length ? this.renderAttachments(message.attachments) : nothing}
      ${message.delivery ? this.renderDelivery(message.delivery) : nothing}
    </article>`;
  }

  private author(): string {
    const { author } = this.message;
    if (author.type === 'customer') return author.name ?? this.customer;
    if (author.type === 'bot') return author.name ?? this.text.bot;
    if (author.type === 'system') return this.text.system;
    const me = author.id !== undefined && author.id === this.desk.session.person?.id;
    return me ? this.text.you : (author.name ?? '');
  }

  private renderQuoted(quoted: string): TemplateResult {
    return html`<button
        class="link small"
        aria-expanded=${this.unfolded}
        data-testid="quoted"
        @click=${() => (this.unfolded = !this.unfolded)}
      >
        ${this.unfolded ? this.text.hideQuoted : this.text.showQuoted}
      </button>
      ${this.unfolded ? html`<blockquote class="body">${linked(quoted)}</blockquote>` : nothing}`;
  }

  private renderAttachments(attachments: readonly Attachment[]): TemplateResult {
    const { text, desk } = this;
    return html`<ul class="files">
      ${attachments.map((attachment) => {
        const name = attachment.name || text.unnamedFile;
        if (attachment.state === 'pending' || attachment.state === 'failed') return this.renderAbsent(attachment, name);
        const size = fileSize(attachment.size, desk.language);
        return html`<li>
          <button
            class="button file"
            data-testid="attachment"
            aria-label=${text.attachment(name, size)}
            @click=${() => this.download(attachment, name)}
          >
            ${icon('clip', 16)}<span>${name}</span><span class="muted">${size}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  private renderAbsent(attachment: Attachment, name: string): TemplateResult {
    const lost = attachment.state === 'failed';
    return html`<li class="absent ${lost ? 'trouble' : ''}" data-testid="attachment" data-state=${attachment.state ?? nothing}>
      ${icon(lost ? 'alert' : 'clock', 16)}<span>${name}</span>
      <span class="muted">${lost ? (attachment.reason ?? this.text.fileLost) : this.text.fileComing}</span>
    </li>`;
  }

  private renderDelivery(delivery: Delivery): TemplateResult {
    const trouble = delivery.status === 'failed' || delivery.status === 'uncertain';
    return html`<p class="delivery ${trouble ? 'trouble' : ''}" data-testid="delivery" data-status=${delivery.status}>
      ${icon(deliveryIcons[delivery.status] ?? 'clock', 15)} ${named(this.text.delivery, delivery.status)}
      ${trouble && delivery.reason ? html`<span>· ${delivery.reason}</span>` : nothing}
    </p>`;
  }

  /** The API wants the token in a header, so a plain link cannot do it. */
  private async download(attachment: Attachment, name: string): Promise<void> {
    const blob = await this.desk.attachment(attachment.id);
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

/** The gateway folds most quotations itself; what it could not is folded here. */
function bodyOf(message: Message): Body {
  const body = splitQuoted(message.text);
  return message.fullText && message.fullText !== message.text
    ? { fresh: message.text, quoted: message.fullText }
    : body;
}

function linked(text: string): unknown {
  return pieces(text).map((piece) =>
    piece.href
      ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`
      : piece.text,
  );
}
