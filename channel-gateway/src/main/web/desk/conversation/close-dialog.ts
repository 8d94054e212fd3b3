import { html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { dialogLook } from '../../look/dialog.ts';
import type { Conversation } from '../api/types.ts';
import { DeskElement } from '../desk-element.ts';

@customElement('close-dialog')
export class CloseDialog extends DeskElement {
  static override styles = [controls, dialogLook];

  @property({ attribute: false }) conversation!: Conversation;
  @state() private reason = '';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    this.reason = this.conversation.replyDue ? 'no-reply-needed' : 'resolved';
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { text } = this;
    return html`<dialog aria-labelledby="title" closedby="any">
      <form method="dialog" @submit=${this.confirm}>
        <h2 id="title">${text.closeConversation}</h2>
        <fieldset>
          <legend>${text.closeWhy}</legend>
          ${Object.entries(text.closeReasons).map(
            ([reason, name]) => html`<label class="row">
              <input
                type="radio"
                name="reason"
                data-testid="close-${reason}"
                .checked=${this.reason === reason}
                @change=${() => (this.reason = reason)}
              />
              ${name}
            </label>`,
          )}
        </fieldset>
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${text.cancel}</button>
          <button class="button primary" data-testid="close-confirm" ?disabled=${this.busy}>${text.close}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.busy = true;
    const closed = await this.desk.close(this.conversation.conversationId, this.reason);
    this.busy = false;
    if (!closed) return;
    this.dialog.close();
    this.dispatchEvent(new Event('done'));
  }
}
