import type { ReactNode } from 'react';
import type { Trouble } from '../../service/trouble.ts';
import { CellField } from '../form/cell-field.tsx';
import { QuantityInput } from '../inputs/number-inputs.tsx';

/** The part of a line: its name, and under it its number and what else is known. */
export function PartOfLine({
  line,
  children,
}: {
  readonly line: { readonly partName: string; readonly partNumber: string };
  /** After the number. */
  readonly children?: ReactNode;
}) {
  return (
    <>
      <div className="cut">{line.partName}</div>
      <div className="mut sm cut">
        {line.partNumber}
        {children !== undefined && ' · '}
        {children}
      </div>
    </>
  );
}

/** How much of a part: a quantity with its unit, in a cell. */
export function QuantityOfLine({
  label,
  name,
  trouble,
  fault,
  unit,
  ...input
}: {
  /** Read out; the eye reads it at the head of the column. */
  readonly label: string;
  /** The path under which the contract knows it: `lines.0.quantity`. */
  readonly name: string;
  readonly trouble?: Trouble | null | undefined;
  readonly fault?: string | undefined;
  readonly unit: string;
  readonly value: number | null;
  readonly onChange: (quantity: number | null) => void;
  readonly width?: number | undefined;
  readonly autoFocus?: boolean | undefined;
}) {
  return (
    <CellField label={label} name={name} trouble={trouble} fault={fault}>
      <QuantityInput width={92} suffix={<span className="mut sm">{unit}</span>} {...input} />
    </CellField>
  );
}
