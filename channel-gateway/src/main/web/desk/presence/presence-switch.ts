import { css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import type { PresenceStatus } from '../api/types.ts';
import { DeskElement } from '../desk-element.ts';

const statuses: readonly PresenceStatus[] = ['available', 'away', 'offline'];

@customElement('presence-switch')
export class PresenceSwitch extends DeskElement {
  static override styles = [
    controls,
    css`
      fieldset {
        display: flex;
        margin: 0;
        padding: 3px;
        border: 0;
        border-radius: 10px;
        background: var(--canvas);
      }
      legend {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      label {
        position: relative;
        display: flex;
        flex: 1;
        align-items: center;
        justify-content: center;
        gap: 7px;
        min-height: 30px;
        padding: 2px 12px;
        border-radius: 8px;
        color: var(--muted);
        font-weight: 500;
        white-space: nowrap;
        cursor: pointer;
      }
      label:hover {
        color: var(--ink);
      }
      label:has(:checked) {
        background: var(--surface);
        color: var(--ink);
        box-shadow: 0 0 0 1px var(--line), 0 1px 2px rgb(0 0 0 / 8%);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .light {
        width: 9px;
        height: 9px;
        border: 2px solid var(--line-strong);
        border-radius: 50%;
      }
      :checked + .light.available {
        border-color: var(--accent);
        background: var(--accent);
      }
      :checked + .light.away {
        border-color: var(--amber);
        background: var(--amber);
      }
    `,
  ];

  @state() private wanted: PresenceStatus | undefined;

  protected override render(): TemplateResult {
    const { text } = this;
    const now = this.wanted ?? this.desk.state.presence?.status;
    const names: Record<PresenceStatus, string> = {
      available: text.available,
      away: text.away,
      offline: text.offlinePresence,
    };
    return html`<fieldset data-testid="presence" data-status=${now ?? ''} ?disabled=${!this.desk.state.presence}>
      <legend>${text.presence}</legend>
      ${statuses.map(
        (status) => html`<label>
          <input
            type="radio"
            name="presence"
            data-testid="presence-${status}"
            .checked=${now === status}
            @change=${() => this.change(status)}
          />
          <span class="light ${status}"></span>${names[status]}
        </label>`,
      )}
    </fieldset>`;
  }

  private async change(status: PresenceStatus): Promise<void> {
    this.wanted = status;
    await this.desk.setPresence(status);
    this.wanted = undefined;
  }
}
