import type { DeskApi } from '../api/client.ts';
import type { DeskState } from '../desk-state.ts';

/** Long enough for the customer's history to have heard of what the desk has just seen. */
const SETTLING = 700;

/** The customers' glances: read when shown, read again after something happened. */
export class Glances {
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
