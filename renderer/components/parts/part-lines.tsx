import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { MessageKey } from '../../app/text.ts';
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
  readonly columns: readonly LineColumn<Line>[];
  readonly trouble: Trouble | null;
  /** What is known of the part, after its number. */
  readonly noteOf?: (line: Line) => ReactNode;
  /** The last row. */
  readonly foot?: ReactNode;
  readonly onChange: (lines: readonly Line[]) => void;
}) {
  const t = useText();
  if (lines.length === 0) return null;
  const put = (next: Line) => onChange(lines.map((line) => (line.key === next.key ? next : line)));
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
          <tr key={line.key}>
            <td className="rest">
              <PartOfLine line={line}>{noteOf?.(line)}</PartOfLine>
            </td>
            <td>
              <QuantityOfLine
                label={t(labels.quantity)}
                name={`lines.${index}.quantity`}
                trouble={trouble}
                unit={line.unitOfMeasure}
                value={line.quantity}
                onChange={(quantity) => put({ ...line, quantity })}
              />
            </td>
            {columns.map(({ label, field, isNumber, className, draw }) => {
              const drawn = draw(line, (fields) => put({ ...line, ...fields }));
              return (
                <td key={label} className={isNumber ? 'num' : className}>
                  {field === undefined ? (
                    drawn
                  ) : (
                    <CellField label={t(label)} name={`lines.${index}.${field}`} trouble={trouble}>
                      {drawn}
                    </CellField>
                  )}
                </td>
              );
            })}
            <td>
              <RemoveLine
                name={line.partNumber}
                onPress={() => onChange(lines.filter((other) => other.key !== line.key))}
              />
            </td>
          </tr>
        ))}
        {foot}
      </tbody>
    </table>
  );
}
