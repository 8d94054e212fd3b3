export type Step = 'next' | 'seen' | 'gap';

/** The place of one recipient in its numbered stream. Numbers have no holes, so a hole means that something was missed. */
export class Sequence {
  private last: number | undefined;

  get position(): number | undefined {
    return this.last;
  }

  startAt(position: number): void {
    this.last = position;
  }

  forget(): void {
    this.last = undefined;
  }

  accept(number: number): Step {
    if (this.last !== undefined && number <= this.last) return 'seen';
    const step = this.last === undefined || number === this.last + 1 ? 'next' : 'gap';
    this.last = number;
    return step;
  }
}
