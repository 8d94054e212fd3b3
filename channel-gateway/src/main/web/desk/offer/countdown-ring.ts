import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ServerClock } from '../server-clock.ts';
import { countdown } from './countdown.ts';

const ROUND = 2 * Math.PI * 16;

/** The time left of an offer; tells its host with "over" when there is none. */
@customElement('countdown-ring')
export class CountdownRing extends LitElement {
  static override styles = css`
    :host {
      display: block;
      width: 42px;
      height: 42px;
      flex: none;
      color: var(--accent);
    }
    :host([hurry]) {
      color: var(--red);
    }
    circle {
      fill: none;
      stroke: currentColor;
      stroke-width: 3.5;
      stroke-linecap: round;
    }
    .track {
      opacity: 0.2;
    }
    text {
      fill: var(--ink);
      font: 600 13px var(--font);
      font-variant-numeric: tabular-nums;
      text-anchor: middle;
    }
  `;

  @property() expiresAt = '';
  @property() madeAt: string | undefined;
  @property({ attribute: false }) clock!: ServerClock;
  @property({ attribute: false }) describe: (seconds: number) => string = String;
  @property({ type: Boolean, reflect: true }) hurry = false;
  private ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.ticking = setInterval(() => this.tick(), calm ? 1_000 : 200);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  private tick(): void {
    const { seconds, hurry } = countdown(this.expiresAt, this.madeAt, this.clock.now());
    this.hurry = hurry;
    this.requestUpdate();
    if (seconds === 0) this.dispatchEvent(new Event('over'));
  }

  protected override render(): TemplateResult {
    const { seconds, left } = countdown(this.expiresAt, this.madeAt, this.clock.now());
    return html`<svg viewBox="0 0 40 40" role="timer" aria-label=${this.describe(seconds)} data-testid="countdown">
      <circle class="track" cx="20" cy="20" r="16" />
      <circle
        cx="20"
        cy="20"
        r="16"
        transform="rotate(-90 20 20)"
        stroke-dasharray=${ROUND}
        stroke-dashoffset=${ROUND * (1 - left)}
      />
      <text x="20" y="24.5" aria-hidden="true">${seconds}</text>
    </svg>`;
  }
}
