import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import { dayAndTime } from '../../text/time.ts';
import type { PromiseDraft } from '../api/types.ts';
import { DeskElement } from '../desk-element.ts';
import { named } from '../text/desk-text.ts';

/** Long enough for a pause between words, short enough to be there before the hand is at the mouse. */
const PAUSE = 500;
const SHORTEST = 8;

/** What the reply that is being written promises, each to be confirmed by one click. */
@customElement('promise-hints')
export class PromiseHints extends DeskElement {
  static override styles = [
    controls,
    css`
      ul {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        padding: 6px 10px;
        border: 1px solid var(--line);
        border-radius: 8px;
        font-size: 0.875rem;
      }
      .what {
        flex: 1 1 220px;
      }
    `,
  ];

  @property({ attribute: false }) draft = '';
  @state() private found: readonly PromiseDraft[] = [];
  @state() private agreed: ReadonlySet<string> = new Set();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Those of the text that is being sent that its writer has confirmed. */
  confirmed(text: string): readonly PromiseDraft[] {
    return this.found.filter((one) => this.agreed.has(one.text) && text.includes(one.text));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('draft')) return;
    clearTimeout(this.timer);
    this.found = this.found.filter((one) => this.draft.includes(one.text));
    if (this.draft.trim().length >= SHORTEST) this.timer = setTimeout(() => void this.look(this.draft), PAUSE);
  }

  /** Promises are a help while writing: when they can't be found just now, the reply goes on without. */
  private async look(text: string): Promise<void> {
    try {
      const found = await this.desk.promiseDrafts(text);
      if (text === this.draft) this.found = found;
    } catch {
      this.found = [];
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.found.length === 0) return nothing;
    return html`<ul aria-label=${this.text.promiseFound} data-testid="promise-drafts">
      ${this.found.map((one) => this.renderDraft(one))}
    </ul>`;
  }

  private renderDraft(draft: PromiseDraft): TemplateResult {
    const { text } = this;
    const agreed = this.agreed.has(draft.text);
    const when = text.promiseBy(named(text.promiseKinds, draft.kind), dayAndTime(draft.until, this.desk.language));
    return html`<li>
      ${icon('flag', 16)}
      <span class="what" title=${draft.text}>${when}${draft.timeStated ? nothing : html` <span class="muted">(${text.promiseNoTime})</span>`}</span>
      <button
        type="button"
        class="button"
        data-testid="promise-confirm"
        aria-pressed=${agreed ? 'true' : 'false'}
        @click=${() => this.toggle(draft)}
      >
        ${agreed ? html`${icon('check', 15)} ${text.promiseConfirmed}` : text.promiseConfirm}
      </button>
    </li>`;
  }

  private toggle(draft: PromiseDraft): void {
    const agreed = new Set(this.agreed);
    if (!agreed.delete(draft.text)) agreed.add(draft.text);
    this.agreed = agreed;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'promise-hints': PromiseHints;
  }
}
