import type { DeskApi } from '../api/client.ts';
import type { SuggestionOutcome } from '../api/types.ts';
import type { DeskState } from '../desk-state.ts';

/** Long enough for the customer's history to have heard of what the desk has just seen. */
const SETTLING = 700;

/** The customers' glances: read when shown, read again after something happened. */
export class Glances {
  private readonly told = new Set<string>();
  private readonly soon = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly api: DeskApi,
    private readonly state: DeskState,
    private readonly changed: () => void,
  ) {}

  async load(customerId: string): Promise<void> {
    try {
      this.state.glances.set(customerId, await this.api.glance(customerId));
      this.state.broken.delete(customerId);
    } catch {
      if (!this.state.glances.has(customerId)) this.state.broken.add(customerId);
    }
    this.changed();
  }

  /** A suggestion is in sight: told once. If that does not arrive, the next sight tells it again. */
  shown(customerId: string, suggestionId: string): void {
    if (this.told.has(suggestionId)) return;
    this.told.add(suggestionId);
    this.api.suggestionShown(customerId, suggestionId).catch(() => this.told.delete(suggestionId));
  }

  async answer(customerId: string, suggestionId: string, outcome: SuggestionOutcome): Promise<void> {
    await this.api.answerSuggestion(customerId, suggestionId, outcome);
    await this.load(customerId);
  }

  refreshSoon(customerId: string): void {
    clearTimeout(this.soon.get(customerId));
    this.soon.set(
      customerId,
      setTimeout(() => {
        this.soon.delete(customerId);
        void this.load(customerId);
      }, SETTLING),
    );
  }
}
