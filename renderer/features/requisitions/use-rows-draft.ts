import { useMemo, useState } from 'react';
import { useDraft } from '../../app/drafts/use-draft.ts';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import type { Requisition } from './requisition-types.ts';

interface Rows<Row> {
  readonly rows: readonly Row[];
}

/** The rows of an act upon a requisition, kept as a draft; `begin` makes the rows that a version of it begins with. */
export function useRowsDraft<Row>(
  act: 'issue' | 'clear',
  requisition: Requisition,
  begin: (requisition: Requisition) => readonly Row[],
  blankRow: Row & object,
) {
  const { id, version } = requisition;
  const open = useOpen();
  const draft: Draft<Rows<Row>> = useDraft(`${act}/${id}`, useBegun(requisition, begin), version, {
    rows: blankRow,
  });
  /** Throws the rows away and shows the requisition again. */
  const leave = (search = '') => {
    draft.discard();
    open(`${pathOfRecord('requisition', id)}${search}`, { replace: true });
  };
  return {
    rows: draft.value.rows,
    setRows: (rows: readonly Row[]) => draft.set({ rows }),
    /** What the act is upon: the version that the rows were begun on. */
    target: { id, version: draft.version ?? version },
    keeper: draft.keeper,
    leave,
  };
}

/** The same rows at every drawing of one version. */
function useBegun<Row>(
  requisition: Requisition,
  begin: (requisition: Requisition) => readonly Row[],
): Rows<Row> {
  const { version } = requisition;
  const [made, setMade] = useState(() => ({ version, rows: begin(requisition) }));
  if (made.version !== version) setMade({ version, rows: begin(requisition) });
  return useMemo(() => ({ rows: made.rows }), [made]);
}
