import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import type { Pending } from '../../pending/pending-queue.ts';
import { DeskElement } from '../desk-element.ts';
import { messageLook } from './message-look.ts';
import type { Reply } from './replies.ts';

/** A reply that the server does not have yet, or refused. */
@customElement('pending-reply')
export class PendingReply extends DeskElement {
  static override styles = [controls, messageLook];

  @property({ attribute: false }) item!: Pending<Reply>;

  protected override render(): TemplateResult {
    const { item, text } = this;
    const refused = item.state === 'refused';
    return html`<article class="bubble out ${refused ? 'refused' : ''}" data-testid="pending-message" data-state=${item.state}>
      <header><strong>${text.you}</strong></header>
      <p class="body">${item.body.text}</p>
      <p class="delivery ${refused ? 'trouble' : ''}" role=${refused ? 'alert' : nothing}>
        ${icon(refused ? 'alert' : 'clock', 15)} ${refused ? `${text.delivery.refused}. ${item.reason ?? ''}` : text.delivery.waiting}
      </p>
      ${refused ? this.renderActions() : nothing}
    </article>`;
  }

  private renderActions(): TemplateResult {
    const { item, text, desk } = this;
    return html`<div class="actions">
      <button class="button" data-testid="retry" @click=${() => desk.replies.retry(item.id)}>${icon('retry', 16)} ${text.tryAgain}</button>
      <button class="button" @click=${() => this.dispatchEvent(new Event('edit'))}>${text.edit}</button>
      <button class="button quiet" @click=${() => desk.replies.drop(item.id)}>${text.discard}</button>
    </div>`;
  }
}
