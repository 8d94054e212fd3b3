import type { DeskApi } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Offer } from '../api/types.ts';
import type { DeskState } from '../desk-state.ts';

/** The offers of this agent: taken, declined, and filled in when only their bare facts are known. */
export class Offers {
  constructor(
    private readonly api: DeskApi,
    private readonly state: DeskState,
    private readonly changed: () => void,
  ) {}

  async accept(offer: Offer): Promise<void> {
    await this.api.accept(offer.offerId);
    this.remove(offer.offerId);
    this.state.mine.add(offer.conversationId);
  }

  async refuse(offerId: string, reason: string): Promise<void> {
    await this.api.refuse(offerId, reason);
    this.remove(offerId);
  }

  remove(offerId: string): void {
    if (this.state.offers.delete(offerId)) this.changed();
  }

  /** The server's list prevails; what an event told about an offer (its preview) is kept. */
  replace(offers: readonly Offer[]): void {
    const known = new Map(this.state.offers);
    this.state.offers.clear();
    for (const offer of offers) {
      const before = known.get(offer.offerId);
      this.state.offers.set(offer.offerId, { ...before, ...offer });
      if (!before && !offer.channelKind) void this.describe(offer);
    }
  }

  /** An offer read over REST has no preview: the conversation itself tells what it is about. */
  private async describe({ offerId, conversationId }: Offer): Promise<void> {
    const conversation = await this.api.conversation(conversationId).catch(() => undefined);
    const offer = this.state.offers.get(offerId);
    if (!conversation || !offer) return;
    this.state.offers.set(offerId, {
      channelKind: conversation.channelKind,
      subject: conversation.subject ?? null,
      customerName: conversation.customer?.displayName ?? null,
      verified: conversation.customer?.verified ?? false,
      ...offer,
    });
    this.changed();
  }
}

/** Someone else has it, or its time ran out while the agent's answer was on its way. */
export function isGone(failure: unknown): boolean {
  return failure instanceof ApiProblem && (failure.status === 409 || failure.status === 404);
}
