import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../look/controls.ts';
import { icon } from '../look/icons.ts';
import { DeskElement } from './desk-element.ts';

@customElement('notice-list')
export class NoticeList extends DeskElement {
  static override styles = [
    controls,
    css`
      ul {
        position: fixed;
        z-index: 10;
        right: 20px;
        bottom: 20px;
        display: grid;
        gap: 8px;
        width: min(400px, calc(100vw - 40px));
      }
      li {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        padding: 11px 8px 11px 14px;
        border: 1px solid var(--line);
        border-left: 4px solid var(--accent);
        border-radius: 10px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      li.error {
        border-left-color: var(--red);
      }
      li > .icon {
        margin-top: 2px;
        color: var(--accent);
      }
      li.error > .icon {
        color: var(--red);
      }
      p {
        flex: 1;
      }
      .button.square {
        min-height: 26px;
        width: 26px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { list, announcement } = this.desk.notices;
    return html`
      <div role="status"><ul data-testid="notices">
        ${repeat(
          list,
          (notice) => notice.id,
          (notice) => html`<li class=${notice.kind} data-testid="notice">
            ${icon(notice.kind === 'error' ? 'alert' : 'check')}
            <p>${notice.text}</p>
            <button
              class="button quiet square"
              aria-label=${this.text.dismiss}
              @click=${() => this.desk.notices.dismiss(notice.id)}
            >
              ${icon('close', 16)}
            </button>
          </li>`,
        )}
      </ul></div>
      <p class="hidden" aria-live="assertive">${announcement.politeness === 'assertive' ? announcement.text : ''}</p>
      <p class="hidden" aria-live="polite">${announcement.politeness === 'polite' ? announcement.text : ''}</p>
    `;
  }
}
