import { useState } from 'react';
import type { ClipboardEvent } from 'react';
import { useService } from '../../service/service-context.tsx';
import { findPartsExactly } from './find-part.ts';
import { reportOf, resolvedLines, tooManyRows } from './paste-report.ts';
import type { PasteReport, ResolvedLine } from './paste-report.ts';
import { pastedTable } from './pasted-table.ts';
import type { PastedTable } from './pasted-table.ts';

interface PasteOptions {
  /** The lines that the document takes. */
  readonly mostLines: number;
  /** The ids of the parts on the lines that are there now, one for each line. */
  readonly partIdsNow: () => readonly string[];
  /** Takes the lines; those without a part too. */
  readonly onLines: (lines: readonly ResolvedLine[], table: PastedTable) => void;
}

/** Takes a table that was copied from Excel into the lines of a document: all of its rows or none. */
export function usePastedParts({ mostLines, partIdsNow, onLines }: PasteOptions) {
  const service = useService();
  const [report, setReport] = useState<PasteReport>();
  const take = async (table: PastedTable) => {
    const known = await findPartsExactly(
      service,
      table.lines.map((line) => line.number),
    );
    const before = partIdsNow();
    const lines = resolvedLines(table.lines, known);
    // Lines may have come while the catalogue was asked.
    const refused = tooManyRows(table, before.length, mostLines);
    if (!refused) onLines(lines, table);
    setReport(refused ?? reportOf(table, lines, before));
  };
  return {
    report,
    forgetReport: () => setReport(undefined),
    /** Handles a paste; what is no table is left to the field. */
    paste: (event: ClipboardEvent) => {
      const isProse = event.target instanceof HTMLTextAreaElement;
      const table = isProse ? undefined : pastedTable(event.clipboardData.getData('text/plain'));
      if (!table) return;
      event.preventDefault();
      event.stopPropagation();
      void take(table);
    },
  };
}
