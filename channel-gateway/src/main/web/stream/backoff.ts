const FIRST = 400;
const LONGEST = 8_000;

/**
 * Milliseconds to wait before the next try: doubling, with jitter so that desks do not all return at once
 * after a restart, and never long, because an agent has thirty seconds to come back before work is offered on.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 16));
  return Math.round(full / 2 + (full / 2) * random());
}
