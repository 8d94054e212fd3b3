/**
 * The server's time, guessed from the times that its events carry. An event is never newer than now, so the least
 * delayed one seen gives the best guess; the deadline of an offer is the server's and the agent's clock may be wrong.
 */
export class ServerClock {
  private offset: number | undefined;

  constructor(private readonly local: () => number = Date.now) {}

  heard(at: string | undefined): void {
    const stamped = Date.parse(at ?? '');
    if (Number.isNaN(stamped)) return;
    const offset = stamped - this.local();
    if (this.offset === undefined || offset > this.offset) this.offset = offset;
  }

  now(): number {
    return this.local() + (this.offset ?? 0);
  }
}
