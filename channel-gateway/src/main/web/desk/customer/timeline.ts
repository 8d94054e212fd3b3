import type { TimelineEntry } from '../api/types.ts';

export interface Row {
  readonly entry: TimelineEntry;
  /** How many messages the row stands for: those of the conversation that is open beside it are one row. */
  readonly messages: number;
}

/** The newest first. What is said in the open conversation is beside the timeline already, and takes one row here. */
export function rows(entries: readonly TimelineEntry[], current: string | undefined): readonly Row[] {
  const sorted = [...entries].sort((one, other) => other.occurredAt.localeCompare(one.occurredAt));
  const here = sorted.filter((entry) => isMessage(entry) && current !== undefined && entry.conversationId === current);
  return sorted
    .filter((entry) => entry === here[0] || !here.includes(entry))
    .map((entry) => ({ entry, messages: entry === here[0] ? here.length : 1 }));
}

/** The subject of a mail. A message without one has its first words for a title, which its text says anyway. */
export function subjectOf(entry: TimelineEntry): string {
  const title = entry.title ?? '';
  const start = (entry.text ?? '').trim().replace(/\s+/g, ' ');
  return start.startsWith(title.replace(/…$/, '').trim()) ? '' : title;
}

export function isMessage(entry: TimelineEntry): boolean {
  return entry.kind === 'message-received' || entry.kind === 'message-sent';
}

/** What a back office's entry carries besides its title: a sum of money, an order number, quantities. */
export function details(
  data: Readonly<Record<string, unknown>> | null | undefined,
  language: string,
): readonly string[] {
  if (!data) return [];
  const sum = money(data, language);
  const used = new Set(sum ? ['amount', 'amountCents', 'price', 'total', 'currency'] : []);
  const rest = Object.entries(data)
    .filter(([key, value]) => !used.has(key) && (typeof value === 'string' || typeof value === 'number'))
    .map(([, value]) => String(value))
    .filter((value) => value.length <= 60);
  return [...(sum ? [sum] : []), ...rest].slice(0, 4);
}

function money(data: Readonly<Record<string, unknown>>, language: string): string | undefined {
  const cents = typeof data.amountCents === 'number' ? data.amountCents / 100 : undefined;
  const amount = Number(cents ?? data.amount ?? data.price ?? data.total);
  const { currency } = data;
  if (!Number.isFinite(amount) || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
}
