import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from './audit.service.ts';

/** A list that is about to be handed out as a file; what stands in the file is not told. */
export interface ExportRecord {
  /** The procedure by its path, as in `customers.exportList`. */
  readonly procedure: readonly string[];
  readonly fileName: string;
  readonly rowCount: number;
  /** What the list was asked for. */
  readonly filter: unknown;
}

/** Keeps on record who took a list out of the house, when, which, and how many rows. */
export async function recordExport(tx: WriteTx, record: ExportRecord): Promise<void> {
  const { procedure, fileName, rowCount, filter } = record;
  await recordAudit(tx, {
    act: `${procedure[0]}.export`,
    subjectKind: 'export',
    subjectId: procedure.join('.'),
    after: { fileName, rowCount, filter: filter ?? {} },
  });
}
