const USUAL = 30_000;

export interface Countdown {
  /** Whole seconds still to go, never below zero. */
  readonly seconds: number;
  /** 1 at the beginning, 0 at the end. */
  readonly left: number;
  readonly hurry: boolean;
}

export function countdown(expiresAt: string, madeAt: string | undefined, now: number): Countdown {
  const end = Date.parse(expiresAt);
  const whole = madeAt ? Math.max(1_000, end - Date.parse(madeAt)) : USUAL;
  const remaining = Math.max(0, end - now);
  const left = Math.min(1, remaining / whole);
  return { seconds: Math.ceil(remaining / 1000), left, hurry: left <= 0.3 };
}
