import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../look/controls.ts';
import { icon } from '../look/icons.ts';
import { mark } from '../look/mark.ts';
import { languages, type Language } from '../text/language.ts';
import { DeskElement } from './desk-element.ts';
import './presence/presence-switch.ts';

const ownNames: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

@customElement('top-bar')
export class TopBar extends DeskElement {
  static override styles = [
    controls,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: 54px;
        padding: 8px 16px;
        border-bottom: 1px solid var(--line);
        background: var(--surface);
      }
      h1 {
        display: flex;
        align-items: center;
        gap: 10px;
        font-size: 1.0625rem;
        font-weight: 650;
        letter-spacing: -0.01em;
      }
      .connection {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--muted);
        font-size: 0.8125rem;
      }
      .connection::before {
        content: '';
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--line-strong);
      }
      .connection.online::before {
        background: var(--accent);
      }
      .connection.offline {
        color: var(--amber);
      }
      .connection.offline::before {
        background: var(--amber);
      }
      .space {
        flex: 1;
      }
      .who {
        font-weight: 500;
      }
      .tools {
        display: flex;
        align-items: center;
        gap: 2px;
      }
      .language {
        position: relative;
        display: flex;
        align-items: center;
        color: var(--muted);
      }
      .language .icon {
        position: absolute;
        left: 8px;
        pointer-events: none;
      }
      select {
        height: 34px;
        padding: 0 8px 0 32px;
        border: 1px solid transparent;
        border-radius: 8px;
        background: transparent;
        color: inherit;
      }
      select:hover {
        background: var(--canvas);
        color: var(--ink);
      }
      option {
        background: var(--surface);
        color: var(--ink);
      }
      @media (max-width: 900px) {
        header {
          flex-wrap: wrap;
          gap: 6px 10px;
          padding: 8px 12px;
        }
        .who,
        .keyboard {
          display: none;
        }
        h1 span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        presence-switch {
          order: 9;
          flex-basis: 100%;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { text, desk } = this;
    const { connection } = desk.state;
    return html`<header>
      <h1>${mark(28)}<span>${text.product}</span></h1>
      <p class="connection ${connection}" role="status" data-testid="connection" data-state=${connection}>${text[connection]}</p>
      <div class="space"></div>
      <presence-switch .desk=${desk}></presence-switch>
      <div class="tools">
        <button class="button quiet square keyboard" title=${text.shortcuts} aria-label=${text.shortcuts} @click=${this.help}>
          ${icon('keyboard', 20)}
        </button>
        <label class="language">
          <span class="hidden">${text.language}</span>
          ${icon('globe')}
          <select data-testid="language" .value=${desk.language} @change=${this.speak}>
            ${languages.map(
              (language) =>
                html`<option value=${language} lang=${language} ?selected=${language === desk.language}>${ownNames[language]}</option>`,
            )}
          </select>
        </label>
      </div>
      <span class="who" data-testid="me">${desk.session.person?.name}</span>
      <button
        class="button quiet square"
        data-testid="sign-out"
        title=${text.signOut}
        aria-label=${text.signOut}
        @click=${() => this.dispatchEvent(new Event('sign-out'))}
      >
        ${icon('leave', 20)}
      </button>
    </header>`;
  }

  private help(): void {
    this.dispatchEvent(new Event('help'));
  }

  private speak(event: Event): void {
    this.desk.speak((event.target as HTMLSelectElement).value as Language);
  }
}
