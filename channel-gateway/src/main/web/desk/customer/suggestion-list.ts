import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import { dayName } from '../../text/time.ts';
import type { Reason, Suggestion, SuggestionOutcome } from '../api/types.ts';
import { DeskElement } from '../desk-element.ts';

const outcomes: readonly SuggestionOutcome[] = ['taken', 'later', 'refused'];

const look = css`
  ul {
    display: grid;
    gap: 10px;
  }
  .suggestion {
    display: grid;
    gap: 6px;
    padding: 12px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 10px;
  }
  .title {
    font-weight: 600;
  }
  .outcomes {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 4px;
  }
  summary {
    color: var(--muted);
    font-size: 0.8125rem;
    cursor: pointer;
  }
  details ul {
    gap: 4px;
    margin-top: 6px;
  }
  details li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    font-size: 0.875rem;
  }
  details .icon {
    margin-top: 3px;
    color: var(--muted);
  }
  .entry {
    display: block;
    color: var(--muted);
    overflow-wrap: anywhere;
  }
`;

/** What to offer to the customer now, and why. What comes into sight here has been shown. */
@customElement('suggestion-list')
export class SuggestionList extends DeskElement {
  static override styles = [controls, look];

  @property() customerId = '';
  @property({ attribute: false }) suggestions: readonly Suggestion[] = [];

  @state() private busy = false;

  protected override updated(_changed: PropertyValues): void {
    for (const suggestion of this.suggestions) {
      if (!suggestion.shownAt) this.desk.glances.shown(this.customerId, suggestion.suggestionId);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { text } = this;
    if (this.suggestions.length === 0) return nothing;
    return html`<section aria-label=${text.suggestions}>
      <ul>
        ${this.suggestions.map((suggestion) => this.renderSuggestion(suggestion))}
      </ul>
    </section>`;
  }

  private renderSuggestion(suggestion: Suggestion): TemplateResult {
    const { text, desk } = this;
    const title = suggestion.title[desk.language];
    return html`<li class="suggestion" data-testid="suggestion" data-rule=${suggestion.ruleId}>
      <p class="title">${title}</p>
      <p>${suggestion.text[desk.language]}</p>
      <details data-testid="suggestion-why">
        <summary>${text.suggestionWhy}</summary>
        <ul>
          ${suggestion.reasons.map((reason) => this.renderReason(reason))}
        </ul>
      </details>
      <div class="outcomes" role="group" aria-label=${title}>
        ${outcomes.map(
          (outcome) => html`<button
            class="button"
            ?disabled=${this.busy}
            data-testid="suggestion-${outcome}"
            @click=${() => this.answer(suggestion, outcome)}
          >
            ${text.suggestionOutcomes[outcome]}
          </button>`,
        )}
      </div>
    </li>`;
  }

  private renderReason(reason: Reason): TemplateResult {
    const { desk } = this;
    return html`<li data-testid="suggestion-reason">
      ${icon('check', 16)}
      <span>
        ${reason.says[desk.language]}
        ${reason.entries.map(
          (entry) => html`<span class="entry">${entry.shown}${entry.at ? html`, ${dayName(entry.at, desk.language)}` : nothing}</span>`,
        )}
      </span>
    </li>`;
  }

  private async answer(suggestion: Suggestion, outcome: SuggestionOutcome): Promise<void> {
    this.busy = true;
    await this.desk.answerSuggestion(this.customerId, suggestion.suggestionId, outcome);
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'suggestion-list': SuggestionList;
  }
}
