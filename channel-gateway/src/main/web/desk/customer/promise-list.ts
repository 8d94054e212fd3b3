import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import { dayAndTime } from '../../text/time.ts';
import type { CustomerPromise } from '../api/types.ts';
import { DeskElement } from '../desk-element.ts';
import { named } from '../text/desk-text.ts';

/** What the customer was promised and somebody still owes, the first due first; and what was broken lately. */
@customElement('promise-list')
export class PromiseList extends DeskElement {
  static override styles = [
    controls,
    css`
      h3 {
        margin: 16px 0 6px;
        font-size: 0.8125rem;
        color: var(--muted);
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: 8px;
      }
      p {
        margin: 0;
      }
      .late,
      .broken,
      .due-soon {
        color: var(--amber);
      }
    `,
  ];

  @property({ attribute: false }) promises: readonly CustomerPromise[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { text } = this;
    if (this.promises.length === 0) return nothing;
    return html`<section aria-label=${text.promises}>
      <h3>${text.promises}</h3>
      <ul>
        ${this.promises.map(
          (one) => html`<li data-testid="promise" data-state=${one.state}>
            <span class=${one.state}>${icon(one.state === 'open' ? 'clock' : 'alert', 16)}</span>
            <div>
              <p>${one.text}</p>
              <p class="small muted">
                <span class=${one.state}>${named(text.promiseStates, one.state)}</span> ·
                ${text.promiseBy(named(text.promiseKinds, one.kind), dayAndTime(one.until, this.desk.language))}${one.ownerName ? html` · ${text.promiseOwner(one.ownerName)}` : nothing}
              </p>
            </div>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'promise-list': PromiseList;
  }
}
