import { useMemo, useState } from 'react';
import { newId } from '#shared/domain/ids.ts';
import { useText } from '../../app/text.ts';
import { PasteNotice } from '../../components/parts/paste-notice.tsx';
import type { Trouble } from '../../service/trouble.ts';
import { faultsByLine } from './receipt-faults.ts';
import { ReceiptLine } from './receipt-line.tsx';
import { emptyLine, filledLines, totalAmount, type LineValues } from './receipt-values.ts';
import type { Bin } from './use-bins.ts';
import { useLineEntry } from './use-line-entry.ts';

/** Position, number, name (what is left), quantity, unit, price, bin, amount, remove; in pixels. */
const columnWidths = [40, 136, null, 92, 34, 90, 106, 94, 24];

/** The lines of a receipt as a table that is typed, scanned and pasted into. The last line is always empty. */
export function ReceiptLines({
  lines,
  bins,
  trouble,
  marksMissing,
  onChange,
}: {
  readonly lines: readonly LineValues[];
  readonly bins: readonly Bin[];
  readonly trouble: Trouble | null;
  /** Whether what is missing is marked: after the first try to save. */
  readonly marksMissing: boolean;
  readonly onChange: (lines: readonly LineValues[]) => void;
}) {
  const t = useText();
  const entry = useLineEntry(lines, bins, onChange);
  const next = useNextLine(lines);
  const faults = useMemo(
    () => faultsByLine(lines, trouble, marksMissing, t),
    [lines, trouble, marksMissing, t],
  );
  const filled = filledLines(lines);
  const indexOf = new Map(filled.map((line, index) => [line.key, index]));

  return (
    <div className="scroll line-entry" onPasteCapture={entry.paste}>
      <table className="lines typed" ref={entry.place}>
        <colgroup>
          {columnWidths.map((width, index) => (
            // The columns are always these.
            <col key={index} style={width === null ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th className="num">#</th>
            <th>{t('parts.number')}</th>
            <th>{t('parts.name')}</th>
            <th className="num">{t('parts.quantity')}</th>
            <th />
            <th className="num">{t('stock.unitPrice')}</th>
            <th>{t('stock.bin')}</th>
            <th className="num">{t('stock.amount')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {[...lines, next].map((line) => (
            <ReceiptLine
              key={line.key}
              line={line}
              index={indexOf.get(line.key) ?? filled.length}
              bins={bins}
              faults={faults.get(line.key)}
              isNext={line === next}
              onChange={entry.change}
              onRemove={entry.remove}
            />
          ))}
        </tbody>
      </table>
      <PasteNotice report={entry.report} unknownNumbers="stock.pastedUnknown" onClose={entry.forgetReport} />
      <div className="line-total">
        {t('stock.total', { lineCount: filled.length, amountFen: totalAmount(filled) })}
      </div>
    </div>
  );
}

/** The empty line at the end; a new one as soon as it has become a line. */
function useNextLine(lines: readonly LineValues[]): LineValues {
  const count = lines.length;
  const last = lines.at(-1)?.key;
  const [next, setNext] = useState({ count, last, line: emptyLine(newId()) });
  if (next.count === count && next.last === last) return next.line;
  const fresh = { count, last, line: emptyLine(newId()) };
  setNext(fresh);
  return fresh.line;
}
