import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../look/controls.ts';
import { icon, type IconName } from '../../look/icons.ts';
import { clockTime, dayName, fullTime } from '../../text/time.ts';
import type { TimelineEntry } from '../api/types.ts';
import { channelIcon } from '../channel-icon.ts';
import { DeskElement } from '../desk-element.ts';
import { named } from '../text/desk-text.ts';
import { splitQuoted } from '../conversation/body.ts';
import { details, isMessage, rows, subjectOf, type Row } from './timeline.ts';
import { timelineLook } from './timeline-look.ts';

const icons: Readonly<Record<string, IconName>> = {
  purchase: 'bag',
  'issue-opened': 'flag',
  'issue-reopened': 'flag',
  'issue-resolved': 'check',
  'message-sent': 'reply',
  'promise-made': 'clock',
  'promise-late': 'alert',
  'promise-kept': 'check',
  'promise-broken': 'alert',
  'promise-moved': 'clock',
  'promise-cancelled': 'close',
};

/** What has happened with the customer, across channels, the newest first. */
@customElement('timeline-list')
export class TimelineList extends DeskElement {
  static override styles = [controls, timelineLook];

  @property({ attribute: false }) entries: readonly TimelineEntry[] = [];
  @property({ attribute: false }) current: string | undefined;
  @state() private unfolded: ReadonlySet<string> = new Set();

  protected override render(): TemplateResult {
    if (this.entries.length === 0) return html`<p class="muted small">${this.text.timelineEmpty}</p>`;
    let day = '';
    return html`<ol>
      ${repeat(
        rows(this.entries, this.current),
        ({ entry }) => entry.touchpointId,
        (row) => {
          const { entry } = row;
          const now = dayName(entry.occurredAt, this.desk.language);
          const separator = now === day ? nothing : html`<li class="day"><span>${now}</span></li>`;
          day = now;
          const current = isMessage(entry) && this.current !== undefined && entry.conversationId === this.current;
          return html`${separator}${current ? this.renderCurrent(row) : this.renderEntry(entry)}`;
        },
      )}
    </ol>`;
  }

  private renderCurrent({ entry, messages }: Row): TemplateResult {
    const { desk, text } = this;
    return html`<li class="entry" data-testid="timeline-entry" data-kind="conversation" data-channel=${entry.channelKind ?? ''}>
      <span class="sign">${icon(channelIcon(entry.channelKind), 16)}</span>
      <p class="head">
        <strong>${text.thisConversationTitle}</strong>
        <time datetime=${entry.occurredAt} title=${fullTime(entry.occurredAt, desk.language)}>${clockTime(entry.occurredAt, desk.language)}</time>
      </p>
      <p class="small muted">${named(text.channels, entry.channelKind)} · ${text.messageCount(messages)}</p>
    </li>`;
  }

  private renderEntry(entry: TimelineEntry): TemplateResult {
    const { desk, text } = this;
    return html`<li
      class="entry ${entry.kind} ${entry.verified ? '' : 'unproven'}"
      data-testid="timeline-entry"
      data-kind=${entry.kind}
      data-channel=${entry.channelKind ?? ''}
    >
      <span class="sign">${icon(icons[entry.kind] ?? channelIcon(entry.channelKind), 16)}</span>
      <p class="head">
        <strong>${this.heading(entry)}</strong>
        <time datetime=${entry.occurredAt} title=${fullTime(entry.occurredAt, desk.language)}>${clockTime(entry.occurredAt, desk.language)}</time>
      </p>
      ${this.renderMeta(entry)}
      ${entry.title && !isMessage(entry) ? html`<p class="title">${entry.titles?.[desk.language] ?? entry.title}</p>` : nothing}
      ${this.renderDetails(entry)} ${entry.text ? this.renderText(entry.touchpointId, splitQuoted(entry.text).fresh) : nothing}
      ${entry.verified ? nothing : html`<p class="small warn">${icon('unverified', 14)} ${text.unverified}</p>`}
    </li>`;
  }

  private heading(entry: TimelineEntry): string {
    const kind = named(this.text.timelineKinds, entry.kind);
    if (entry.kind === 'message-sent') return entry.author?.name ?? kind;
    return kind;
  }

  private renderMeta(entry: TimelineEntry): TemplateResult | typeof nothing {
    const { text } = this;
    const parts = [
      entry.kind === 'message-sent' ? named(text.timelineKinds, entry.kind) : '',
      named(text.channels, entry.channelKind),
      isMessage(entry) ? subjectOf(entry) : '',
    ].filter(Boolean);
    return parts.length > 0 ? html`<p class="small muted">${parts.join(' · ')}</p>` : nothing;
  }

  private renderDetails(entry: TimelineEntry): TemplateResult | typeof nothing {
    const found = details(entry.data, this.desk.language);
    return found.length > 0 ? html`<p class="small muted">${found.join(' · ')}</p>` : nothing;
  }

  private renderText(id: string, body: string): TemplateResult {
    const long = body.length > 150 || body.split('\n').length > 3;
    const open = this.unfolded.has(id);
    return html`<p class="body ${long && !open ? 'folded' : ''}">${body}</p>
      ${
        long
          ? html`<button class="link small" aria-expanded=${open} @click=${() => this.toggle(id)}>${open ? this.text.less : this.text.more}</button>`
          : nothing
      }`;
  }

  private toggle(id: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    this.unfolded = unfolded;
  }
}
