import type { Service } from '../../service/service-context.tsx';
import { OperationId } from '../../service/operation-id.ts';
import { performAct } from '../../service/perform-act.ts';
import type { Trouble } from '../../service/trouble.ts';
import type { OldPartRow } from '#shared/contract/old-parts.contract.ts';

/** One scan and what became of it. */
export interface Scan {
  readonly id: number;
  readonly code: string;
  readonly result:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'found'; readonly part: OldPartRow }
    | { readonly kind: 'alreadyIn'; readonly part: OldPartRow }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'failed'; readonly trouble: Trouble };
}

type Receive = Service['oldParts']['receive']['call'];

/** What a scanner may send at most; the contract takes no more. */
const longestCode = 200;

/**
 * Takes scans in one after the other, in the order they came, however quickly: each is an act of its own, with its own
 * operation id, so that a lost answer books nothing twice.
 */
export class ScanQueue {
  readonly #receive: Receive;
  readonly #tell: (scans: readonly Scan[]) => void;
  #scans: readonly Scan[] = [];
  #nextId = 1;
  #underWay: Promise<void> = Promise.resolve();

  constructor(receive: Receive, tell: (scans: readonly Scan[]) => void) {
    this.#receive = receive;
    this.#tell = tell;
  }

  /** Takes a code in; the newest scan stands first. */
  add(code: string, storeAccountId: string | null): void {
    const scanned = plainCode(code);
    if (scanned === '') return;
    const scan: Scan = { id: this.#nextId, code: scanned, result: { kind: 'waiting' } };
    this.#nextId += 1;
    this.#show([scan, ...this.#scans]);
    this.#enqueue(scan, storeAccountId);
  }

  /** Tries one again that failed. */
  again(id: number, storeAccountId: string | null): void {
    const scan = this.#scans.find((one) => one.id === id);
    if (scan?.result.kind !== 'failed') return;
    this.#settle(id, { kind: 'waiting' });
    this.#enqueue(scan, storeAccountId);
  }

  /** Forgets what was scanned so far; what is under way stays. */
  clear(): void {
    this.#show(this.#scans.filter((scan) => scan.result.kind === 'waiting'));
  }

  #enqueue(scan: Scan, storeAccountId: string | null): void {
    this.#underWay = this.#underWay.then(() => this.#perform(scan, storeAccountId));
  }

  async #perform({ id, code }: Scan, storeAccountId: string | null): Promise<void> {
    const result = await performAct(new OperationId(), (operationId) =>
      this.#receive({ operationId, scanned: code, storeAccountId }),
    );
    if (result.kind === 'done') {
      const { alreadyIn, ...part } = result.output;
      return this.#settle(id, { kind: alreadyIn ? 'alreadyIn' : 'found', part });
    }
    const { trouble } = result;
    const isUnknown =
      trouble.kind === 'refused' && trouble.code === 'NOT_FOUND' && trouble.facts.kind === 'oldPart';
    this.#settle(id, isUnknown ? { kind: 'unknown' } : { kind: 'failed', trouble });
  }

  #settle(id: number, result: Scan['result']): void {
    this.#show(this.#scans.map((scan) => (scan.id === id ? { ...scan, result } : scan)));
  }

  #show(scans: readonly Scan[]): void {
    this.#scans = scans;
    this.#tell(scans);
  }
}

/** A code as the contract takes it: scanners that cannot write Chinese send control characters in its place. */
function plainCode(code: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
  return code
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, ' ')
    .toWellFormed()
    .trim()
    .slice(0, longestCode);
}
