import type { InferSelectModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable, SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core';
import { refuse } from '#shared/contract/refusals.ts';
import { beginsFrom, procedureGroupOf, type ActOf, type DocumentKind } from '#shared/nouns/index.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';
import { editRecord, findRecord, refuseIfStale } from './edit-record.ts';

/** What every act upon a document names: the record, and the version its editor saw. */
export interface Edited {
  readonly id: string;
  readonly version: number;
}

type DocumentTable = SQLiteTable & {
  readonly id: SQLiteColumn;
  readonly version: SQLiteColumn;
  readonly state: SQLiteColumn;
  readonly number: SQLiteColumn;
};
// An alias: an interface would not fit where a record of any names is taken.
type DocumentRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
};

/** What an act changes beside the row, as the audit trail tells it. */
export interface ChangedBeside {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/**
 * The kit of a document: finds it for an act of its card and changes it with its one audit row. It is called and never calls:
 * what else an act does stands in the service, from top to bottom. `told` are changes that no act of the card makes, or that
 * the audit trail tells under a word of their own: a draft that follows its case.
 */
export function documentOf<
  Kind extends DocumentKind,
  Table extends DocumentTable,
  Told extends string = never,
>(
  kind: Kind,
  table: Table,
  options: { readonly secret?: readonly string[]; readonly told?: readonly Told[] } = {},
) {
  type Row = InferSelectModel<Table> & DocumentRow;
  const { secret = [] } = options;

  /** The document. Refuses NOT_FOUND. */
  const find = async (tx: ReadTx, id: string): Promise<Row> => {
    const found = await findRecord(tx, table, id);
    // The row is that of the table.
    return found ? (found as Row) : refuse('NOT_FOUND', { kind });
  };

  /** Refuses WRONG_STATE where the act does not begin from the state that the document is in. */
  const refuseWrongState = (found: DocumentRow, act: ActOf<Kind>): void => {
    if (!beginsFrom(kind, act, found.state))
      refuse('WRONG_STATE', { number: found.number, state: found.state });
  };

  /** Refuses WRONG_STATE as above, and CHANGED_MEANWHILE where somebody saved the document since `version`. */
  const refuseUnlessToAct = async (
    tx: WriteTx,
    found: DocumentRow,
    act: ActOf<Kind>,
    version: number,
  ): Promise<void> => {
    refuseWrongState(found, act);
    if (found.version !== version) await refuseIfStale(tx, table, kind, found.id, version);
  };

  return {
    find,
    refuseWrongState,
    refuseUnlessToAct,
    /** The document as its editor saw it, where the act may begin. Refuses NOT_FOUND, WRONG_STATE, CHANGED_MEANWHILE. */
    toAct: async (tx: WriteTx, act: ActOf<Kind>, { id, version }: Edited): Promise<Row> => {
      const found = await find(tx, id);
      await refuseUnlessToAct(tx, found, act, version);
      return found;
    },
    /** Changes fields of the document, with the audit row of the act. */
    change: async (
      tx: WriteTx,
      found: Pick<DocumentRow, 'id' | 'number' | 'version'>,
      act: ActOf<Kind> | Told,
      fields: SQLiteUpdateSetSource<Table> & { readonly number?: string },
      also?: ChangedBeside,
    ): Promise<{ id: string; version: number; number: string }> => {
      const saved = await editRecord(tx, table, {
        kind,
        act: `${procedureGroupOf(kind)}.${act}`,
        id: found.id,
        version: found.version,
        fields,
        secret,
        ...(also ? { also } : {}),
      });
      return { ...saved, number: fields.number ?? found.number };
    },
  };
}
