import { html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { dialogLook } from '../../look/dialog.ts';
import type { Conversation } from '../api/types.ts';
import { DeskElement } from '../desk-element.ts';

const LONGEST = 500;

@customElement('resolve-dialog')
export class ResolveDialog extends DeskElement {
  static override styles = [controls, dialogLook];

  @property({ attribute: false }) conversation!: Conversation;
  @state() private resolution = '';
  @state() private alsoClose = true;
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    this.resolution = '';
    this.alsoClose = this.conversation.state === 'open';
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { text } = this;
    return html`<dialog aria-labelledby="title">
      <form method="dialog" @submit=${this.confirm}>
        <h2 id="title">${text.resolveTitle(this.conversation.issue?.reference ?? '')}</h2>
        <label>
          ${text.resolution}
          <textarea
            class="field"
            rows="3"
            maxlength=${LONGEST}
            required
            data-testid="resolution"
            aria-describedby="hint"
            .value=${this.resolution}
            @input=${(event: Event) => (this.resolution = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
          <span id="hint" class="small muted">${text.resolutionHint}</span>
        </label>
        <label class="row">
          <input
            type="checkbox"
            data-testid="also-close"
            .checked=${this.alsoClose}
            @change=${(event: Event) => (this.alsoClose = (event.target as HTMLInputElement).checked)}
          />
          ${text.alsoClose}
        </label>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${text.cancel}</button>
          <button class="button primary" data-testid="resolve-confirm" ?disabled=${this.busy || this.resolution.trim() === ''}>
            ${text.resolve}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  private async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const { conversation, desk } = this;
    if (!conversation.issue) return;
    this.busy = true;
    const resolved = await desk.resolve(conversation.issue, conversation.customer?.customerId, this.resolution.trim());
    if (resolved && this.alsoClose) await desk.close(conversation.conversationId, 'resolved');
    this.busy = false;
    if (!resolved) return;
    this.dialog.close();
    this.dispatchEvent(new Event('done'));
  }
}
