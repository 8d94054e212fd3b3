import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import type { Conversation } from '../api/types.ts';
import { customerName } from '../customer/customer-name.ts';
import { DeskElement } from '../desk-element.ts';
import { keepDraft, readDraft } from './drafts.ts';
import type { PromiseHints } from './promise-hints.ts';
import './promise-hints.ts';

const LONGEST = 20_000;

@customElement('reply-box')
export class ReplyBox extends DeskElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        border-top: 1px solid var(--line);
        background: var(--surface);
      }
      form {
        display: grid;
        gap: 8px;
        max-width: 900px;
        margin: 0 auto;
        padding: 12px 20px 14px;
      }
      label {
        font-size: 0.8125rem;
        font-weight: 500;
        color: var(--muted);
      }
      textarea {
        display: block;
        min-height: 76px;
        max-height: 40vh;
        resize: none;
        field-sizing: content;
        line-height: 1.45;
      }
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
      }
      .closed {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px 20px;
        color: var(--muted);
      }
      @media (max-width: 720px) {
        form {
          padding: 10px 12px;
        }
        .hint {
          display: none;
        }
        .foot {
          justify-content: flex-end;
        }
      }
    `,
  ];

  @property({ attribute: false }) conversation!: Conversation;
  @state() private draft = '';
  @query('promise-hints') private hints: PromiseHints | null | undefined;
  @query('textarea') private area: HTMLTextAreaElement | null | undefined;
  private shown: string | undefined;
  private wanted = false;

  /** At once, or as soon as there is something to write in: what has just been accepted comes in a moment. */
  focusText(): void {
    this.wanted = true;
    this.takeFocus();
  }

  private takeFocus(): void {
    if (!this.wanted || !this.area) return;
    this.wanted = false;
    this.area.focus();
  }

  putText(text: string): void {
    this.write(this.draft.trim() ? `${text}\n\n${this.draft}` : text);
    this.focusText();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const id = this.conversation.conversationId;
    if (this.shown === id) return;
    this.shown = id;
    this.wanted = false;
    this.draft = readDraft(id);
  }

  protected override updated(_changed: PropertyValues): void {
    this.takeFocus();
  }

  protected override render(): TemplateResult {
    const { text, conversation } = this;
    if (conversation.state === 'closed') return this.renderNote(text.closedConversation);
    if (this.desk.isComing(conversation)) return this.renderNote(text.coming);
    if (!this.desk.owns(conversation)) return this.renderNote(text.notOwner);
    return html`<form @submit=${this.send}>
      <label for="text">${text.replyTo(customerName(conversation, text))}</label>
      <textarea
        id="text"
        class="field"
        rows="3"
        maxlength=${LONGEST}
        data-testid="reply-text"
        aria-describedby="hint"
        .value=${this.draft}
        @input=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}
        @keydown=${this.key}
      ></textarea>
      <promise-hints .desk=${this.desk} .draft=${this.draft}></promise-hints>
      <div class="foot">
        <span id="hint" class="hint small muted">${text.sendHint}</span>
        <button class="button primary" data-testid="reply-send" ?disabled=${this.draft.trim() === ''}>${icon('send', 16)} ${text.send}</button>
      </div>
    </form>`;
  }

  private renderNote(note: string): TemplateResult {
    return html`<p class="closed" data-testid="reply-closed">${icon('alert')} ${note}</p>
      ${this.draft ? html`<p class="closed">${this.draft}</p>` : nothing}`;
  }

  private write(text: string): void {
    this.draft = text;
    keepDraft(this.conversation.conversationId, text);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.send(event);
  }

  private send(event: Event): void {
    event.preventDefault();
    const text = this.draft.trim();
    if (text === '') return;
    this.desk.replies.add(this.conversation, text, this.hints?.confirmed(text) ?? []);
    this.write('');
    this.focusText();
  }
}
