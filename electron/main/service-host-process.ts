import { readMessageFromHost } from '#shared/desktop/host-process-messages.ts';
import type {
  HostProcessSettings,
  MessageToHost,
  StartFacts,
} from '#shared/desktop/host-process-messages.ts';

/** The part of Electron's `UtilityProcess` that supervision needs. */
export interface ForkedHost<Port> {
  postMessage(message: MessageToHost, ports?: Port[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** What the supervisor is told and whom it tells. */
export interface SupervisionOptions<Port> {
  /** Starts the process; called again after each crash. */
  readonly fork: () => ForkedHost<Port>;
  readonly settings: HostProcessSettings;
  /** The host that served pages has ended; their ports are dead. */
  readonly onLost: () => void;
  /** The host will not be started again by itself. */
  readonly onRefused: (refusal: HostRefusal) => void;
  readonly log: (line: string) => void;
  /** How long to wait before each restart in a row; when they are used up, the supervisor gives up. */
  readonly restartDelaysMs?: readonly number[] | undefined;
  /** A host that served this long starts a new row. */
  readonly stableAfterMs?: number | undefined;
  /** How long a stopping host may take before it is ended by force. */
  readonly stopTimeoutMs?: number | undefined;
}

/** Why the host does not run: the code it gave itself, or `crashedAgainReason`. */
export interface HostRefusal {
  readonly reason: string;
  /** What the sentence of the reason names. */
  readonly facts?: StartFacts;
  readonly detail: string;
}

/** The reason when the host crashed once more than the supervisor restarts it. */
export const crashedAgainReason = 'crashedAgain';

/** Either the running host, to hand a port to, or why there is none. */
export type HostReadiness<Port> =
  | { readonly kind: 'ready'; readonly givePort: (port: Port) => void }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

type State<Port> =
  | { readonly kind: 'idle' | 'stopped' }
  | { readonly kind: 'starting'; readonly child: ForkedHost<Port> }
  | { readonly kind: 'ready'; readonly child: ForkedHost<Port>; readonly sinceMs: number }
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** Keeps one service host running: restarts it after a crash, with growing delay, and waits for it on quit. */
export class ServiceHostProcess<Port> {
  readonly #options: SupervisionOptions<Port>;
  #state: State<Port> = { kind: 'idle' };
  #crashesInARow = 0;
  #stopping: Promise<void> | null = null;
  #waitingForReady: ((readiness: HostReadiness<Port>) => void)[] = [];

  constructor(options: SupervisionOptions<Port>) {
    this.#options = options;
  }

  /** Starts the host; after a refusal, tries once more from the beginning. */
  start(): void {
    if (this.#state.kind !== 'idle' && this.#state.kind !== 'refused') return;
    this.#crashesInARow = 0;
    this.#fork();
  }

  /** Calls `listener` as soon as the host is ready or has been refused; never after `stop`. */
  whenReady(listener: (readiness: HostReadiness<Port>) => void): void {
    const state = this.#state;
    if (state.kind === 'ready') listener(readiness(state.child));
    else if (state.kind === 'refused') listener({ kind: 'refused', refusal: state.refusal });
    else if (state.kind !== 'stopped') this.#waitingForReady.push(listener);
  }

  /** Ends the host in order and resolves when it is gone; every later call waits for the same end. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  #fork(): void {
    const child = this.#options.fork();
    this.#state = { kind: 'starting', child };
    child.on('message', (data) => {
      const message = readMessageFromHost(data);
      if (!this.#isCurrent(child) || message === null) return;
      if (message.kind === 'ready') this.#ready(child);
      else
        this.#refuse({ reason: message.reason, facts: message.facts ?? {}, detail: message.detail }, child);
    });
    child.on('exit', (code) => {
      if (this.#isCurrent(child)) this.#crashed(code);
    });
    child.postMessage({ kind: 'start', settings: this.#options.settings });
  }

  #isCurrent(child: ForkedHost<Port>): boolean {
    return 'child' in this.#state && this.#state.child === child;
  }

  #ready(child: ForkedHost<Port>): void {
    this.#state = { kind: 'ready', child, sinceMs: performance.now() };
    this.#options.log('service host ready');
    this.#answerWaiting(readiness(child));
  }

  #crashed(code: number): void {
    const was = this.#state;
    const {
      restartDelaysMs = [500, 1_000, 2_000, 4_000, 8_000],
      stableAfterMs = 60_000,
      log,
      onLost,
    } = this.#options;
    if (was.kind === 'ready' && performance.now() - was.sinceMs >= stableAfterMs) this.#crashesInARow = 0;
    const delayMs = restartDelaysMs[this.#crashesInARow];
    this.#crashesInARow += 1;
    log(`service host ended with code ${code}, crash ${this.#crashesInARow} in a row`);
    if (delayMs === undefined) {
      this.#refuse({ reason: crashedAgainReason, detail: `exit code ${code}` }, null);
    } else {
      this.#state = { kind: 'waiting', timer: setTimeout(() => this.#fork(), delayMs) };
      if (was.kind === 'ready') onLost();
    }
  }

  /** A host that says itself why it cannot start would say so again: the person decides. */
  #refuse(refusal: HostRefusal, child: ForkedHost<Port> | null): void {
    const was = this.#state;
    this.#state = { kind: 'refused', refusal };
    child?.kill();
    this.#options.log(`service host refused: ${refusal.reason} ${refusal.detail}`);
    this.#answerWaiting({ kind: 'refused', refusal });
    if (was.kind === 'ready') this.#options.onLost();
    this.#options.onRefused(refusal);
  }

  #answerWaiting(answer: HostReadiness<Port>): void {
    const listeners = this.#waitingForReady;
    this.#waitingForReady = [];
    for (const listener of listeners) listener(answer);
  }

  async #stop(): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'stopped' };
    this.#waitingForReady = [];
    if (state.kind === 'waiting') clearTimeout(state.timer);
    if (state.kind === 'starting' || state.kind === 'ready') await this.#endInOrder(state.child);
  }

  #endInOrder(child: ForkedHost<Port>): Promise<void> {
    return new Promise((resolve) => {
      const force = setTimeout(() => {
        this.#options.log('service host did not end in time and is ended by force');
        child.kill();
      }, this.#options.stopTimeoutMs ?? 30_000);
      child.on('exit', (code) => {
        clearTimeout(force);
        this.#options.log(`service host ended with code ${code}`);
        resolve();
      });
      child.postMessage({ kind: 'stop' });
    });
  }
}

function readiness<Port>(child: ForkedHost<Port>): HostReadiness<Port> {
  return { kind: 'ready', givePort: (port) => child.postMessage({ kind: 'port' }, [port]) };
}
