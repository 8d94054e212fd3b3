import { css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { controls } from '../look/controls.ts';
import { dialogLook } from '../look/dialog.ts';
import { DeskElement } from './desk-element.ts';
import { shortcuts } from './shortcuts.ts';

@customElement('shortcut-help')
export class ShortcutHelp extends DeskElement {
  static override styles = [
    controls,
    dialogLook,
    css`
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 10px 28px;
        align-items: center;
      }
      kbd {
        padding: 2px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        background: var(--raised);
        font: 0.8125rem/1.5 ui-monospace, 'SF Mono', Consolas, monospace;
        white-space: nowrap;
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { text } = this;
    const rows = [
      ...shortcuts.map((shortcut) => [shortcut.describe(text), shortcut.keys] as const),
      [text.shortcutSend, 'Ctrl + Enter'] as const,
    ];
    return html`<dialog aria-labelledby="title" closedby="any">
      <form method="dialog">
        <h2 id="title">${text.shortcuts}</h2>
        <dl>
          ${rows.map(([what, keys]) => html`<dt>${what}</dt><dd><kbd>${keys}</kbd></dd>`)}
        </dl>
        <div class="actions"><button class="button">${text.dismissDialog}</button></div>
      </form>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shortcut-help': ShortcutHelp;
  }
}
