import { useCallback, useEffect, useRef } from 'react';
import { App } from 'antd';
import { newId } from '#shared/domain/ids.ts';
import { oneUnit } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { focusField } from '../../components/form/field-order.ts';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { useScannedPart } from '../../components/parts/scanned-part.ts';
import type { ResolvedLine } from '../../components/parts/paste-report.ts';
import { usePastedParts } from '../../components/parts/use-pasted-parts.ts';
import { binFields, lineFieldsOfPart } from './receipt-line.tsx';
import { emptyLine, filledLines, isEmptyLine, mostLines } from './receipt-values.ts';
import type { LineValues } from './receipt-values.ts';
import { binByCode } from './use-bins.ts';
import type { Bin } from './use-bins.ts';

/** The empty line at the end, where one goes on after a block was pasted. */
const atEnd = 'at the end';

/** How lines come into a receipt: typed, scanned, pasted from Excel. */
export function useLineEntry(
  lines: readonly LineValues[],
  bins: readonly Bin[],
  setLines: (lines: readonly LineValues[]) => void,
) {
  const t = useText();
  const { message } = App.useApp();
  const place = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef<string | null>(null);
  // Answers come later; what they add must be added to the lines as they are then.
  const latest = useRef({ lines, bins, setLines });
  useEffect(() => {
    latest.current = { lines, bins, setLines };
  });
  useEffect(() => {
    const wanted = wantsFocus.current;
    if (wanted === null || !place.current) return;
    const name =
      wanted === atEnd
        ? `lines.${filledCount(lines)}.partId`
        : `lines.${filledIndex(lines, wanted)}.quantity`;
    if (focusField(place.current, name)) wantsFocus.current = null;
  }, [lines]);

  const put = useCallback((next: readonly LineValues[]) => {
    latest.current = { ...latest.current, lines: next };
    latest.current.setLines(next);
  }, []);
  const change = useCallback(
    (key: string, fields: Partial<LineValues>) => {
      const { lines: now } = latest.current;
      const isKnown = now.some((line) => line.key === key);
      // The empty line at the end becomes a line with its first word.
      if (!isKnown && fields.part) wantsFocus.current = key;
      const all = isKnown ? now : [...now, emptyLine(key)];
      put(all.map((line) => (line.key === key ? { ...line, ...fields } : line)));
    },
    [put],
  );
  const remove = useCallback(
    (key: string) => put(latest.current.lines.filter((line) => line.key !== key)),
    [put],
  );

  const addScanned = (found: FoundPart) => {
    const { lines: now, bins: places } = latest.current;
    const same = now.find((line) => line.part?.id === found.id);
    if (same) return change(same.key, { quantity: (same.quantity ?? 0) + oneUnit });
    const line = { ...emptyLine(newId()), ...lineFieldsOfPart(found), quantity: oneUnit };
    put([...now, { ...line, ...binFields(found, line, places) }]);
  };
  // A code scanned into the head, such as the number of a delivery note, belongs there.
  useScannedPart(addScanned, (fieldName) => !fieldName.startsWith('lines.'));

  const { report, forgetReport, paste } = usePastedParts({
    mostLines,
    partIdsNow: () => filledLines(latest.current.lines).map(({ part }) => part?.id ?? ''),
    onLines: (pasted) => {
      const added = pasted.map((line) => lineOf(line, latest.current.bins));
      wantsFocus.current = atEnd;
      put([...filledLines(latest.current.lines), ...added]);
      void message.success(t('stock.pasted', { lineCount: added.length }));
    },
  });
  return { place, change, remove, paste, report, forgetReport };
}

/** The line of a pasted row; a number or a bin that is not known keeps its text. */
function lineOf(
  { part, number, quantity, unitPriceFen, bin }: ResolvedLine,
  bins: readonly Bin[],
): LineValues {
  const account = binByCode(bins, bin);
  const line = {
    ...emptyLine(newId()),
    quantity,
    unitPriceFen,
    accountId: account?.id ?? null,
    unknownBin: account ? '' : bin,
  };
  if (!part) return { ...line, unknownNumber: number };
  return { ...line, ...lineFieldsOfPart(part), ...binFields(part, line, bins) };
}

function filledCount(lines: readonly LineValues[]): number {
  return lines.filter((line) => !isEmptyLine(line)).length;
}

function filledIndex(lines: readonly LineValues[], key: string): number {
  return lines.filter((line) => !isEmptyLine(line)).findIndex((line) => line.key === key);
}
