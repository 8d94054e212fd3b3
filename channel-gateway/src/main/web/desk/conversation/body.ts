/** A message's text for reading: what was written now, and what was only quoted. */
export interface Body {
  readonly fresh: string;
  readonly quoted: string;
}

const attribution =
  /^(>.*|-{2,}\s*(original message|alkuperäinen viesti|ursprungligt meddelande)\s*-{2,}|(on|am|le)\b.{4,200}\bwrote:|.{4,200}\b(kirjoitti|skrev)\b.{0,120}:)\s*$/i;

/** Everything from the first quotation on is folded, if something is left above it. */
export function splitQuoted(text: string): Body {
  const lines = text.split('\n');
  const start = lines.findIndex((_, at) => attribution.test(joined(lines, at)));
  const fresh = (start < 0 ? lines : lines.slice(0, start)).join('\n').trimEnd();
  if (start < 0 || fresh.trim() === '' || answersBelow(lines.slice(start)))
    return { fresh: text.trimEnd(), quoted: '' };
  return { fresh, quoted: lines.slice(start).join('\n').trim() };
}

/** Mail programs break the attribution over two lines: "On Mon, Jenni <…>\nwrote:". */
function joined(lines: readonly string[], at: number): string {
  const line = (lines[at] ?? '').trim();
  const next = (lines[at + 1] ?? '').trim();
  return /^(on\b|.{0,120}<\S+@\S+>$)/i.test(line) && /(wrote|kirjoitti|skrev).{0,40}:$/i.test(next)
    ? `${line} ${next}`
    : line;
}

/** An answer between or under the quoted lines must not be hidden with them. */
function answersBelow(lines: readonly string[]): boolean {
  const lastQuoted = lines.findLastIndex((line) => line.startsWith('>'));
  if (lastQuoted < 0) return false;
  return lines.slice(lastQuoted + 1).some((line) => line.trim() !== '');
}

export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const address = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** Web addresses become links; everything else stays text. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: match[0], href: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

export function fileSize(bytes: number, language: string): string {
  const [amount, unit] =
    bytes < 1_000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(
    amount,
  );
}
