import { memo, useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useText, type MessageKey } from '../../app/text.ts';
import type { Trouble } from '../../service/trouble.ts';
import { CellField } from '../form/cell-field.tsx';
import { RemoveLine } from '../remove-line.tsx';
import { PartOfLine, QuantityOfLine } from './line-fields.tsx';

/** What every line of parts holds while it is typed; `quantity` null while nothing is there. */
export interface PartLine {
  /** Tells the lines apart while they are typed. */
  readonly key: string;
  readonly partNumber: string;
  readonly partName: string;
  readonly unitOfMeasure: string;
  readonly quantity: number | null;
}

/** A column of its own that a document has after the part and its quantity. */
export interface LineColumn<Line> {
  readonly label: MessageKey;
  /** The field of the line that is typed here, under which the contract knows it; faults stand at it. */
  readonly field?: keyof Line & string;
  readonly isNumber?: boolean;
  readonly className?: string;
  readonly draw: (line: Line, change: (fields: Partial<Line>) => void) => ReactNode;
}

/** The parts of a document as a table of fields: the part, its quantity, the document's own columns, and what takes a line off. */
export function PartLines<Line extends PartLine>({
  testId,
  labels,
  lines,
  columns,
  trouble,
  noteOf,
  foot,
  onChange,
}: {
  readonly testId: string;
  readonly labels: { readonly part: MessageKey; readonly quantity: MessageKey };
  readonly lines: readonly Line[];
  /** The same array as long as the columns are the same: with a new one every row is drawn anew. */
  readonly columns: readonly LineColumn<Line>[];
  readonly trouble: Trouble | null;
  /** What is known of the part, after its number. */
  readonly noteOf?: (line: Line) => ReactNode;
  /** The last row. */
  readonly foot?: ReactNode;
  readonly onChange: (lines: readonly Line[]) => void;
}) {
  const t = useText();
  // The rows are drawn anew only when they change, so what they call has to stay the same.
  const latest = useRef({ lines, onChange });
  useEffect(() => {
    latest.current = { lines, onChange };
  });
  const put = useCallback((next: readonly Line[]) => {
    latest.current = { ...latest.current, lines: next };
    latest.current.onChange(next);
  }, []);
  const change = useCallback(
    (key: string, fields: Partial<Line>) =>
      put(latest.current.lines.map((line) => (line.key === key ? { ...line, ...fields } : line))),
    [put],
  );
  const remove = useCallback(
    (key: string) => put(latest.current.lines.filter((line) => line.key !== key)),
    [put],
  );
  if (lines.length === 0) return null;
  return (
    <table className="lines fields-in-lines" data-testid={testId}>
      <thead>
        <tr>
          <th>{t(labels.part)}</th>
          <th>{t(labels.quantity)}</th>
          {columns.map(({ label, isNumber }) => (
            <th key={label} className={isNumber ? 'num' : undefined}>
              {t(label)}
            </th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <LineRow
            key={line.key}
            line={line}
            index={index}
            quantityLabel={labels.quantity}
            columns={columns}
            trouble={trouble}
            noteOf={noteOf}
            onChange={change}
            onRemove={remove}
          />
        ))}
        {foot}
      </tbody>
    </table>
  );
}

interface LineRowProps<Line> {
  readonly line: Line;
  readonly index: number;
  readonly quantityLabel: MessageKey;
  readonly columns: readonly LineColumn<Line>[];
  readonly trouble: Trouble | null;
  readonly noteOf: ((line: Line) => ReactNode) | undefined;
  readonly onChange: (key: string, fields: Partial<Line>) => void;
  readonly onRemove: (key: string) => void;
}

function PlainLineRow<Line extends PartLine>(props: LineRowProps<Line>) {
  const { line, index, quantityLabel, columns, trouble, noteOf, onChange, onRemove } = props;
  const t = useText();
  const change = (fields: Partial<Line>) => onChange(line.key, fields);
  return (
    <tr data-line={line.key}>
      <td className="rest">
        <PartOfLine line={line}>{noteOf?.(line)}</PartOfLine>
      </td>
      <td>
        <QuantityOfLine
          label={t(quantityLabel)}
          name={`lines.${index}.quantity`}
          trouble={trouble}
          unit={line.unitOfMeasure}
          value={line.quantity}
          // The quantity is a field of every line.
          onChange={(quantity) => change({ quantity } as Partial<Line>)}
        />
      </td>
      {columns.map(({ label, field, isNumber, className, draw }) => (
        <td key={label} className={isNumber ? 'num' : className}>
          {field === undefined ? (
            draw(line, change)
          ) : (
            <CellField label={t(label)} name={`lines.${index}.${field}`} trouble={trouble}>
              {draw(line, change)}
            </CellField>
          )}
        </td>
      ))}
      <td>
        <RemoveLine name={line.partNumber} onPress={() => onRemove(line.key)} />
      </td>
    </tr>
  );
}

/** `memo` forgets that the component takes lines of any document. */
const LineRow = memo(PlainLineRow) as typeof PlainLineRow;
