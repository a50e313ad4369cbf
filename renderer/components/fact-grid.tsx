import type { ReactNode } from 'react';

/** One fact of a thing: its name and its value. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Takes the whole width. */
  readonly wide?: boolean | undefined;
}

/** The facts of a thing, side by side; those without a value are left out unless `keepEmpty`. */
export function FactGrid({
  facts,
  columns = 3,
  keepEmpty = false,
}: {
  readonly facts: readonly Fact[];
  readonly columns?: number;
  readonly keepEmpty?: boolean;
}) {
  const shown = facts.filter(
    ({ value }) => keepEmpty || (value !== '' && value !== null && value !== undefined && value !== false),
  );
  return (
    <dl className="facts" style={{ '--columns': columns }}>
      {shown.map(({ label, value, wide }) => (
        <div key={label} className={wide ? 'wide' : undefined}>
          {/* The blank lets a long value begin a line of its own before it is broken. */}
          <dt>{label}</dt> <dd>{value || '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
