import { backoff } from './backoff.ts';
import { Sequence } from './sequence.ts';

export type Connection = 'connecting' | 'online' | 'offline';

export interface StreamEvent {
  readonly kind: string;
  readonly at?: string;
  readonly data: unknown;
}

export interface StreamHost {
  readonly url: string;
  /** The sub-protocols with a valid token; `failures` counts the tries in a row that ended before the hello. */
  protocols(failures: number): Promise<string[]>;
  /** Reads everything afresh; events that arrive meanwhile are kept back until it is done. */
  reload(): Promise<void>;
  apply(event: StreamEvent): void;
  connection(state: Connection): void;
  ping?(): void;
  /** The token of the open line ends soon; a new one goes to {@link Stream.renewToken}. */
  renew(): void;
}

interface Frame {
  readonly type: 'hello' | 'event' | 'ping' | 'refetch' | 'token-expiring';
  readonly sequence?: number;
  readonly kind?: string;
  readonly at?: string;
  readonly data?: unknown;
}

/** Longer than two of the server's pings: by then the line is dead, even if nobody closed it. */
const SILENCE = 25_000;
const ACK_DELAY = 300;

/** The live line: hello, resume, ack; comes back by itself and asks for what it missed. */
export class Stream {
  private readonly sequence = new Sequence();
  private socket: WebSocket | undefined;
  private helloSequence = 0;
  private failures = 0;
  private attempt = 0;
  private stopped = true;
  private held: StreamEvent[] | undefined;
  private reconnecting: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private acking: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: StreamHost) {}

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    addEventListener('online', this.hurry);
    addEventListener('offline', this.lost);
    void this.connect();
  }

  stop(): void {
    this.stopped = true;
    removeEventListener('online', this.hurry);
    removeEventListener('offline', this.lost);
    for (const timer of [this.reconnecting, this.silence, this.acking]) clearTimeout(timer);
    this.reconnecting = undefined;
    this.acking = undefined;
    this.sequence.forget();
    this.held = undefined;
    this.drop();
  }

  renewToken(token: string): void {
    this.send({ type: 'token', token });
  }

  /** Not only received but seen by the user: everything up to the last event. */
  read(): void {
    if (this.sequence.position) this.send({ type: 'read', sequence: this.sequence.position });
  }

  private async connect(): Promise<void> {
    const attempt = ++this.attempt;
    this.host.connection('connecting');
    let protocols: string[];
    try {
      protocols = await this.host.protocols(this.failures);
    } catch {
      if (attempt === this.attempt) this.retry();
      return;
    }
    if (this.stopped || attempt !== this.attempt) return;
    const socket = new WebSocket(this.host.url, protocols);
    this.socket = socket;
    this.heard();
    socket.onmessage = (message) => {
      if (socket === this.socket) this.receive(String(message.data));
    };
    socket.onclose = () => {
      if (socket === this.socket) this.lost();
    };
  }

  private receive(text: string): void {
    this.heard();
    const frame = parse(text);
    if (!frame) return;
    if (frame.type === 'hello') this.hello(frame.sequence ?? 0);
    else if (frame.type === 'event') this.event(frame);
    else if (frame.type === 'refetch') this.refetch(frame.sequence);
    else if (frame.type === 'ping') this.host.ping?.();
    else if (frame.type === 'token-expiring') this.host.renew();
  }

  private hello(sequence: number): void {
    this.failures = 0;
    this.helloSequence = sequence;
    const known = this.sequence.position;
    this.send({ type: 'resume', after: known ?? sequence });
    if (known === undefined) this.refetch(sequence);
    else this.host.connection('online');
  }

  /** The stream goes on after `sequence`; everything before it is read over REST. */
  private refetch(sequence: number | undefined): void {
    this.sequence.startAt(sequence ?? this.helloSequence);
    void this.reload();
  }

  private async reload(): Promise<void> {
    if (this.held) return;
    this.held = [];
    const socket = this.socket;
    try {
      await this.host.reload();
    } catch {
      this.held = undefined;
      this.sequence.forget();
      if (socket === this.socket) this.lost();
      return;
    }
    const held = this.held ?? [];
    this.held = undefined;
    if (this.stopped) return;
    held.forEach((event) => this.host.apply(event));
    if (socket === this.socket) this.host.connection('online');
  }

  private event(frame: Frame): void {
    if (frame.sequence === undefined || frame.kind === undefined) return;
    const step = this.sequence.accept(frame.sequence);
    this.ackSoon();
    if (step === 'seen') return;
    const event: StreamEvent = { kind: frame.kind, data: frame.data, ...(frame.at ? { at: frame.at } : {}) };
    if (this.held) this.held.push(event);
    else this.host.apply(event);
    if (step === 'gap') void this.reload();
  }

  private ackSoon(): void {
    this.acking ??= setTimeout(() => {
      this.acking = undefined;
      this.send({ type: 'ack', sequence: this.sequence.position });
    }, ACK_DELAY);
  }

  private heard(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(this.lost, SILENCE);
  }

  private readonly lost = (): void => {
    clearTimeout(this.silence);
    this.drop();
    if (!this.stopped) this.retry();
  };

  private readonly hurry = (): void => {
    if (this.reconnecting === undefined) return;
    clearTimeout(this.reconnecting);
    this.reconnecting = undefined;
    void this.connect();
  };

  private retry(): void {
    if (this.stopped || this.reconnecting !== undefined) return;
    this.host.connection('offline');
    this.reconnecting = setTimeout(() => {
      this.reconnecting = undefined;
      void this.connect();
    }, backoff(this.failures++));
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private send(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}

function parse(text: string): Frame | undefined {
  try {
    return JSON.parse(text) as Frame;
  } catch {
    return undefined;
  }
}
