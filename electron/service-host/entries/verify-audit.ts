import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Language } from '#shared/domain/actor.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import { openForReading, type DatabaseLocation } from '../database/open-database.ts';
import { StorageFailure } from '../database/database.ts';
import { booksFileIn, headFileIn } from '../data-folder.ts';
import type { ChainHead } from '../desks/audit/audit.chain.rules.ts';
import { headsNotedIn } from '../desks/audit/audit.head-note.service.ts';
import { verifyAudit, type AuditVerdict } from '../desks/audit/audit.verify.queries.ts';

/*
 * Checks the audit trail of books that may be in use, without changing anything. Says one sentence; ends with 0 when the
 * trail is whole, with 1 when it is broken, with 2 when it could not be checked. `--noted 1234:<hash>` holds it against a
 * head that was noted earlier, as on a printed statement.
 */
const usage =
  'usage: audit:verify -- --data DIR | --postgres URL [--noted SEQUENCE:HASH] [--language zh-CN|en]';
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    postgres: { type: 'string' },
    noted: { type: 'string' },
    language: { type: 'string', default: 'zh-CN' },
  },
});
const language: Language = values.language === 'en' ? 'en' : 'zh-CN';
const { sentence, code } = await check();
process.stdout.write(`${sentence}\n`);
process.exitCode = code;

async function check(): Promise<{ sentence: string; code: number }> {
  const location = locationOf();
  const noted = notedHead();
  if (!location || noted === 'faulty') return { sentence: usage, code: 2 };
  try {
    const beside = values.data === undefined ? [] : headsNotedIn(headFileIn(values.data));
    const books = openForReading(location);
    try {
      const verdict = await verifyAudit(books, { noted: [...beside, ...(noted ? [noted] : [])] });
      return { sentence: told(verdict), code: verdict.whole ? 0 : 1 };
    } finally {
      await books.close();
    }
  } catch (error) {
    const reason = error instanceof StorageFailure ? error.reason : 'unexpected';
    return { sentence: translate(language, 'audit.notChecked', { reason }), code: 2 };
  }
}

function told({ whole, entries, head, brokenAt, because }: AuditVerdict): string {
  if (whole || because === null)
    return translate(language, 'audit.wholeLine', { entries, head: `${entries}:${head}` });
  const reason: MessageKey = `audit.fault_${because}`;
  return translate(language, 'audit.brokenLine', {
    entries,
    entry: brokenAt,
    because: translate(language, reason),
  });
}

function locationOf(): DatabaseLocation | undefined {
  if (values.postgres !== undefined) return { engine: 'postgres', url: values.postgres };
  if (values.data === undefined) return undefined;
  const file = booksFileIn(values.data);
  return existsSync(file) ? { engine: 'sqlite', file } : undefined;
}

function notedHead(): ChainHead | 'faulty' | undefined {
  if (values.noted === undefined) return undefined;
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.noted) ?? [];
  return sequence && hash ? { sequence: Number(sequence), hash } : 'faulty';
}
