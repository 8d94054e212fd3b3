import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { controls } from '../../look/controls.ts';
import { icon, type IconName } from '../../look/icons.ts';
import { ago, dayName } from '../../text/time.ts';
import type { Conversation, ConversationCustomer, Glance, Handle, IssueBrief } from '../api/types.ts';
import { channelIcon } from '../channel-icon.ts';
import { DeskElement } from '../desk-element.ts';
import { named } from '../text/desk-text.ts';
import { customerLook } from './customer-look.ts';
import { customerName } from './customer-name.ts';
import './promise-list.ts';
import './suggestion-list.ts';
import './timeline-list.ts';

const handleIcons: Readonly<Record<string, IconName>> = {
  email: 'mail',
  phone: 'phone',
  visitor: 'chat',
  'shop-customer': 'bag',
  'webhook-user': 'plug',
};

const MOST = 5;

/** The customer at one glance: who, proven or not, what is open, what has happened. */
@customElement('customer-panel')
export class CustomerPanel extends DeskElement {
  static override styles = [controls, customerLook];

  @state() private claimedShown: string | undefined;

  focusName(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.claimedShown && this.conversation()?.customer?.claimedCustomerId !== this.claimedShown) {
      this.claimedShown = undefined;
    }
  }

  protected override render(): TemplateResult {
    const conversation = this.conversation();
    if (!conversation) return html`<div class="empty">${icon('person', 40)}</div>`;
    const { customer } = conversation;
    return html`<aside aria-labelledby="name" data-testid="customer">
      <button class="button quiet back" @click=${() => this.dispatchEvent(new Event('back'))}>${icon('back')} ${this.text.back}</button>
      ${customer ? this.renderCustomer(conversation, customer) : this.renderPending(conversation)}
    </aside>`;
  }

  private conversation(): Conversation | undefined {
    const { selected, conversations } = this.desk.state;
    return selected ? conversations.get(selected) : undefined;
  }

  private renderPending(conversation: Conversation): TemplateResult {
    return html`<div class="who"><h2 id="name" tabindex="-1">${customerName(conversation, this.text)}</h2></div>
      <p class="muted">${this.text.customerPending}</p>`;
  }

  private renderCustomer(conversation: Conversation, customer: ConversationCustomer): TemplateResult {
    const glance = this.desk.state.glances.get(customer.customerId);
    const verified = customer.verified && (glance?.verified ?? true);
    return html`
      ${this.renderWho(conversation, verified, glance)}
      ${this.renderClaims(customer, glance)}
      ${glance ? this.renderGlance(glance, conversation) : this.renderWaiting(customer.customerId)}
    `;
  }

  private renderWho(conversation: Conversation, verified: boolean, glance: Glance | undefined): TemplateResult {
    const { text } = this;
    const known = glance?.displayName ?? conversation.customer?.displayName;
    const name = known ?? customerName(conversation, text);
    return html`<div class="who">
        <span class="face" aria-hidden="true">${known ? initials(known) : icon('person', 24)}</span>
        <h2 id="name" tabindex="-1" data-testid="customer-name">${name}</h2>
        ${
          verified
            ? html`<span class="pill good" data-testid="customer-verified" data-verified="true">${icon('verified', 16)} ${text.verified}</span>`
            : html`<span class="pill warn" data-testid="customer-verified" data-verified="false">${icon('unverified', 16)} ${text.unverified}</span>`
        }
      </div>
      ${verified ? nothing : html`<p class="caution">${icon('unverified')} <span>${text.unverifiedHint}</span></p>`}`;
  }

  private renderTraits(glance: Glance): TemplateResult | typeof nothing {
    const traits = [
      glance.language ? languageName(glance.language, this.desk.language) : '',
      named(this.text.stages, glance.stage),
    ].filter(Boolean);
    return traits.length > 0
      ? html`<p class="traits">${traits.map((trait) => html`<span class="pill">${trait}</span>`)}</p>`
      : nothing;
  }

  private renderClaims(customer: ConversationCustomer, glance: Glance | undefined): TemplateResult | typeof nothing {
    const { text } = this;
    const claims = customer.claims?.length ? customer.claims : (glance?.claims ?? []);
    if (claims.length === 0 && !customer.claimedCustomerId) return nothing;
    return html`<section class="claims" data-testid="claims" aria-label=${text.claims}>
      <h3>${text.claims}</h3>
      <ul>
        ${claims.map(
          (claim) => html`<li data-testid="claim">
            ${icon(handleIcons[claim.kind] ?? 'person', 16)} <span class="value">${claim.value}</span>
            <span class="pill warn">${text.claimNotProven}</span>
          </li>`,
        )}
      </ul>
      ${customer.claimedCustomerId ? this.renderClaimed(customer, customer.claimedCustomerId) : nothing}
    </section>`;
  }

  private renderClaimed(customer: ConversationCustomer, claimedId: string): TemplateResult {
    const { text } = this;
    const shown = this.claimedShown === claimedId;
    const glance = shown ? this.desk.state.glances.get(claimedId) : undefined;
    return html`<p>${customer.claimedDisplayName ? text.claimMatches(customer.claimedDisplayName) : text.claimMatchesSomeone}</p>
      <button class="link" aria-expanded=${shown} data-testid="show-claimed" @click=${() => this.toggleClaimed(claimedId)}>
        ${shown ? text.hideClaimed : text.showClaimed}
      </button>
      ${
        shown
          ? html`<div class="claimed" data-testid="claimed-customer">
            <p class="caution">${icon('unverified')} <span>${text.claimedBanner}</span></p>
            ${glance ? this.renderGlance(glance, undefined) : this.renderWaiting(claimedId)}
          </div>`
          : nothing
      }`;
  }

  private toggleClaimed(claimedId: string): void {
    this.claimedShown = this.claimedShown === claimedId ? undefined : claimedId;
    if (this.claimedShown) this.desk.showCustomer(claimedId);
  }

  private renderWaiting(customerId: string): TemplateResult {
    if (!this.desk.state.broken.has(customerId)) return html`<p class="muted">${this.text.loading}</p>`;
    return html`<p>${this.text.loadFailed}</p>
      <button class="button" @click=${() => this.desk.showCustomer(customerId)}>${icon('retry', 16)} ${this.text.tryAgain}</button>`;
  }

  private renderGlance(glance: Glance, conversation: Conversation | undefined): TemplateResult {
    const { text } = this;
    const issues = glance.openIssues ?? [];
    const handles = (glance.handles ?? []).filter((handle) => handle.kind !== 'visitor');
    return html`
      ${
        handles.length > 0
          ? html`<ul class="handles" aria-label=${text.handles}>${handles.map((handle) => this.renderHandle(handle))}</ul>`
          : nothing
      }
      ${this.renderTraits(glance)} ${conversation ? this.renderSuggestions(glance, conversation) : nothing}
      <section aria-label=${text.openIssues}>
        <h3>${text.openIssues}</h3>
        ${
          issues.length === 0
            ? html`<p class="muted small">${text.noOpenIssues}</p>`
            : html`<ul class="issues">
              ${issues.map((issue) => this.renderIssue(issue, conversation?.issue?.issueId === issue.issueId))}
            </ul>`
        }
      </section>
      <promise-list .desk=${this.desk} .promises=${glance.openPromises ?? []}></promise-list>
      ${this.renderFacts(glance)} ${this.renderUnverifiedContacts(glance)}
      <section aria-label=${text.timeline}>
        <h3>${text.timeline}</h3>
        <timeline-list .desk=${this.desk} .entries=${glance.timeline ?? []} .current=${conversation?.conversationId}></timeline-list>
      </section>
    `;
  }

  /** Only for who has proven to be the customer: a suggestion tells what was bought. */
  private renderSuggestions(glance: Glance, conversation: Conversation): TemplateResult | typeof nothing {
    return conversation.customer?.verified
      ? html`<suggestion-list
          .desk=${this.desk}
          .customerId=${glance.customerId}
          .suggestions=${glance.suggestions ?? []}
        ></suggestion-list>`
      : nothing;
  }

  private renderFacts({ facts = [] }: Glance): TemplateResult | typeof nothing {
    const { text, desk } = this;
    if (facts.length === 0) return nothing;
    return html`<section aria-label=${text.facts}>
      <h3>${text.facts}</h3>
      <ul class="facts">
        ${facts.slice(0, MOST).map(
          (fact) => html`<li data-testid="fact" data-kind=${fact.kind}>
            ${icon(fact.kind === 'bought' ? 'bag' : 'dot', 16)}
            <span class="value">${named(text.factKinds, fact.kind)}: <strong>${fact.value}</strong></span>
            ${fact.since ? html`<time datetime=${fact.since}>${dayName(fact.since, desk.language)}</time>` : nothing}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  /** Someone named this customer's address without proof: it may have been the customer, or anybody else. */
  private renderUnverifiedContacts({ unverifiedContacts = [] }: Glance): TemplateResult | typeof nothing {
    const { text, desk } = this;
    if (unverifiedContacts.length === 0) return nothing;
    return html`<section aria-label=${text.unverifiedContacts}>
      <h3>${text.unverifiedContacts}</h3>
      <ul class="facts">
        ${unverifiedContacts.slice(0, MOST).map(
          (contact) => html`<li data-testid="unverified-contact">
            ${icon(channelIcon(contact.channelKind), 16)}
            <span class="value">${contact.value}</span>
            <time datetime=${contact.at}>${ago(contact.at, desk.language)}</time>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderIssue(issue: IssueBrief, current: boolean): TemplateResult {
    const { text } = this;
    return html`<li class=${current ? 'current' : ''} data-testid="issue" data-issue=${issue.issueId} data-state=${issue.state}>
      <p class="title">${icon('flag', 16)} <span>${issue.title || issue.reference}</span></p>
      <p class="small muted">
        ${issue.reference}${issue.openedAt ? html` · ${text.since(dayName(issue.openedAt, this.desk.language))}` : nothing}${current ? html` · ${text.thisConversation}` : nothing}
      </p>
    </li>`;
  }

  private renderHandle(handle: Handle): TemplateResult {
    const { text } = this;
    const proven = handle.proven !== false;
    const evidence = proven ? named(text.evidence, handle.evidence) : '';
    return html`<li title=${named(text.handleKinds, handle.kind)} data-testid="handle">
      ${icon(handleIcons[handle.kind] ?? 'person', 16)}
      <span class="hidden">${named(text.handleKinds, handle.kind)}</span>
      <p>
        <span class="value">${handle.value}</span>
        <span class=${proven ? 'proven' : 'unproven'}>${evidence || (proven ? text.verified : text.unverified)}</span>
      </p>
    </li>`;
  }
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return words.length === 0
    ? '?'
    : [words[0], words.length > 1 ? words.at(-1) : '']
        .map((word) => [...(word ?? '')][0] ?? '')
        .join('')
        .toUpperCase();
}

function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-panel': CustomerPanel;
  }
}
