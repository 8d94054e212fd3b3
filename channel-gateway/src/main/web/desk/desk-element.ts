import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Desk } from './desk.ts';
import type { DeskText } from './text/desk-text.ts';

/** A part of the desk: drawn again when anything changes, language included. Shadow roots are open for browser tests. */
export abstract class DeskElement extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  private silence: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.silence = this.desk.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.silence?.();
  }

  protected get text(): DeskText {
    return this.desk.text;
  }
}
