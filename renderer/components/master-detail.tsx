import type { ReactNode } from 'react';

/** The list on the left and the thing itself on the right. One of the widths is fixed, in pixels; the other side takes the rest. */
export function MasterDetail({
  list,
  detail,
  listWidth,
  detailWidth = 430,
}: {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  readonly listWidth?: number | undefined;
  readonly detailWidth?: number | undefined;
}) {
  const columns = listWidth ? `${listWidth}px minmax(0, 1fr)` : `minmax(0, 1fr) ${detailWidth}px`;
  return (
    <div className="master-detail" style={{ gridTemplateColumns: columns }}>
      {list}
      {detail}
    </div>
  );
}
