import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from './audit.service.ts';

/** A list that is about to be handed out, as a file or on paper; what stands in it is not told. */
export interface ExportRecord {
  /** The procedure by its path, as in `customers.exportList`. */
  readonly procedure: readonly string[];
  readonly fileName: string;
  readonly rowCount: number;
  /** What the list was asked for. */
  readonly filter: unknown;
}

/** A list that is about to be handed out on paper. */
export interface ListPrintRecord extends Omit<ExportRecord, 'procedure'> {
  /** The list by the name of the screen. */
  readonly list: string;
}

/** Keeps on record who took a list out of the house, when, which, and how many rows. */
export async function recordExport(tx: WriteTx, record: ExportRecord): Promise<void> {
  const { procedure, ...told } = record;
  await recordHandedOut(tx, `${procedure[0]}.export`, procedure.join('.'), told);
}

/** Keeps on record who printed a list, when, which, and how many rows. */
export async function recordListPrint(tx: WriteTx, record: ListPrintRecord): Promise<void> {
  const { list, ...told } = record;
  await recordHandedOut(tx, 'papers.print', list, told);
}

async function recordHandedOut(
  tx: WriteTx,
  act: string,
  subjectId: string,
  { fileName, rowCount, filter }: Omit<ExportRecord, 'procedure'>,
): Promise<void> {
  const after = { fileName, rowCount, filter: filter ?? {} };
  await recordAudit(tx, { act, subjectKind: 'export', subjectId, after });
}
