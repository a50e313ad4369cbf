import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { log } from '../../log.ts';
import type { Change } from '../database.ts';

const channel = 'shouhou_changes';
/** PostgreSQL carries less than 8000 bytes at once; a change is far below a hundred. */
const changesAtOnce = 60;
const retryMs = 1000;

/** Told to the windows when news of other hosts may have been missed. */
export const everythingChanged: readonly Change[] = [{ kind: 'everything', id: '' }];

/** How the hosts of one PostgreSQL database tell each other what their commits changed. */
export class NewsLine {
  readonly #url: string;
  readonly #hear: (changes: readonly Change[]) => void;
  readonly #ownId = randomUUID();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(url: string, hear: (changes: readonly Change[]) => void) {
    this.#url = url;
    this.#hear = hear;
  }

  /** The statements that tell the other hosts; they are sent with the commit they stand before. */
  statementsFor(changes: readonly Change[]): readonly { readonly text: string; readonly values: string[] }[] {
    const parts = Math.ceil(changes.length / changesAtOnce);
    return Array.from({ length: parts }, (_, part) => {
      const told = changes.slice(part * changesAtOnce, (part + 1) * changesAtOnce);
      const news = { from: this.#ownId, changes: told.map(({ kind, id }) => [kind, id]) };
      return { text: 'SELECT pg_notify($1, $2)', values: [channel, JSON.stringify(news)] };
    });
  }

  /** Begins to hear the others; a line that breaks is taken up again by itself. */
  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('notification', ({ payload }) => this.#take(payload ?? ''));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    this.#client = client;
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  }

  /** Hears no more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #take(payload: string): void {
    const news = newsIn(payload);
    if (news && news.from !== this.#ownId) this.#hear(news.changes);
  }

  #lost(client: pg.Client): void {
    if (this.#isClosed || this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    log.warn('news line lost');
    this.#retry = setTimeout(() => void this.#again(), retryMs).unref();
  }

  async #again(): Promise<void> {
    try {
      await this.listen();
      // What the others did meanwhile was told to nobody here.
      this.#hear(everythingChanged);
    } catch {
      const failed = this.#client;
      if (failed) this.#lost(failed);
    }
  }
}

function newsIn(payload: string): { readonly from: string; readonly changes: readonly Change[] } | undefined {
  try {
    const news: unknown = JSON.parse(payload);
    if (typeof news !== 'object' || news === null || !('from' in news) || !('changes' in news))
      return undefined;
    if (!Array.isArray(news.changes)) return undefined;
    const changes = news.changes.map((change) => ({ kind: String(change[0]), id: String(change[1]) }));
    return { from: String(news.from), changes };
  } catch {
    return undefined;
  }
}
