import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../look/controls.ts';
import { icon } from '../../look/icons.ts';
import type { Offer } from '../api/types.ts';
import { channelIcon } from '../channel-icon.ts';
import { DeskElement } from '../desk-element.ts';
import { named } from '../text/desk-text.ts';
import './countdown-ring.ts';

/** What is offered to the agent now, with the time running. */
@customElement('offer-tray')
export class OfferTray extends DeskElement {
  static override styles = [
    controls,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        max-height: 60vh;
        padding: 12px;
        overflow-y: auto;
        border-bottom: 1px solid var(--line);
      }
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        padding: 12px 14px;
        border: 1px solid var(--accent);
        border-radius: 12px;
        background: var(--accent-soft);
        animation: arrive 0.25s ease-out;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-6px);
        }
      }
      .head {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .who {
        min-width: 0;
        flex: 1;
      }
      h3 {
        overflow: hidden;
        font-size: 1rem;
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .kind {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 6px;
        color: var(--accent);
        font-size: 0.8125rem;
        font-weight: 600;
      }
      .proof {
        display: flex;
        margin-left: 4px;
        align-items: center;
        gap: 3px;
      }
      .proof.warn {
        color: var(--amber);
      }
      .subject {
        font-weight: 500;
        overflow-wrap: anywhere;
      }
      .preview {
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .actions .primary {
        flex: 1;
      }
      .reasons {
        display: grid;
        gap: 6px;
      }
      .reasons .button {
        justify-content: flex-start;
      }
    `,
  ];

  @state() private busy: string | undefined;
  @state() private declining: string | undefined;

  acceptFirst(): void {
    const offer = this.desk.offers()[0];
    if (offer) void this.accept(offer);
  }

  declineFirst(): void {
    const offer = this.desk.offers()[0];
    if (offer) this.askWhy(offer);
  }

  protected override render(): TemplateResult | typeof nothing {
    const offers = this.desk.offers();
    if (offers.length === 0) return nothing;
    return html`<section aria-label=${this.text.offers}>
      ${repeat(
        offers,
        (offer) => offer.offerId,
        (offer) => this.renderOffer(offer),
      )}
    </section>`;
  }

  private renderOffer(offer: Offer): TemplateResult {
    const { text } = this;
    const name = offer.customerName ?? text.unknownCustomer;
    return html`<article data-testid="offer" data-offer=${offer.offerId} data-conversation=${offer.conversationId}>
      <div class="head">
        <countdown-ring
          .clock=${this.desk.clock}
          .describe=${text.secondsLeft}
          .expiresAt=${offer.expiresAt}
          .madeAt=${offer.madeAt}
          @over=${() => this.desk.offerOver(offer.offerId)}
        ></countdown-ring>
        <div class="who">
          <p class="kind">
            ${icon(channelIcon(offer.channelKind), 16)} ${named(text.channels, offer.channelKind) || text.offerFrom}
            ${this.renderProof(offer)}
          </p>
          <h3 data-testid="offer-customer">${name}</h3>
        </div>
      </div>
      ${offer.subject ? html`<p class="subject">${offer.subject}</p>` : nothing}
      ${offer.preview ? html`<p class="preview">${offer.preview}</p>` : nothing}
      ${this.declining === offer.offerId ? this.renderReasons(offer) : this.renderActions(offer)}
    </article>`;
  }

  private renderProof({ verified }: Offer): TemplateResult | typeof nothing {
    if (verified === undefined) return nothing;
    return verified
      ? html`<span class="proof">${icon('verified', 15)} ${this.text.verified}</span>`
      : html`<span class="proof warn">${icon('unverified', 15)} ${this.text.unverified}</span>`;
  }

  private renderActions(offer: Offer): TemplateResult {
    const busy = this.busy === offer.offerId;
    return html`<div class="actions">
      <button class="button primary" data-testid="accept" title="Alt + Y" ?disabled=${busy} @click=${() => this.accept(offer)}>
        ${icon('check')} ${this.text.accept}
      </button>
      <button class="button" data-testid="decline" title="Alt + N" ?disabled=${busy} @click=${() => this.askWhy(offer)}>
        ${this.text.decline}
      </button>
    </div>`;
  }

  private renderReasons(offer: Offer): TemplateResult {
    const { text } = this;
    return html`<div class="reasons" role="group" aria-label=${text.declineWhy} @keydown=${this.escape}>
      <p class="small muted">${text.declineWhy}</p>
      ${Object.entries(text.declineReasons).map(
        ([reason, name]) => html`<button
          class="button"
          data-testid="decline-${reason}"
          ?disabled=${this.busy === offer.offerId}
          @click=${() => this.decline(offer, reason)}
        >
          ${name}
        </button>`,
      )}
      <button class="button quiet" @click=${this.keepOffer}>${text.cancel}</button>
    </div>`;
  }

  private async accept(offer: Offer): Promise<void> {
    if (this.busy) return;
    this.busy = offer.offerId;
    const taken = await this.desk.accept(offer.offerId);
    this.busy = undefined;
    if (taken) this.dispatchEvent(new CustomEvent('taken', { detail: offer.conversationId }));
  }

  private askWhy(offer: Offer): void {
    this.declining = offer.offerId;
    this.focusOn('.reasons button');
  }

  private async decline(offer: Offer, reason: string): Promise<void> {
    this.busy = offer.offerId;
    await this.desk.decline(offer.offerId, reason);
    this.busy = undefined;
    this.declining = undefined;
    this.focusOn('[data-testid=accept]');
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.keepOffer();
  };

  private readonly keepOffer = (): void => {
    const offer = this.declining;
    this.declining = undefined;
    this.focusOn(`[data-offer="${offer}"] [data-testid=decline]`);
  };

  /** The button that was pressed goes away with what it did; the keyboard goes on from here. */
  private focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'offer-tray': OfferTray;
  }
}
