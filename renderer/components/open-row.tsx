import type { KeyboardEvent, ReactNode } from 'react';
import { useOpen } from '../app/navigate.ts';

/** A row of a plain table that opens its record: click, Enter; arrows go to the rows beside it. */
export function OpenRow({
  path,
  isChosen = false,
  children,
}: {
  readonly path: string;
  /** Its record is shown beside the table. */
  readonly isChosen?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const open = useOpen();
  const press = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key === 'Enter') return open(path);
    const beside = {
      ArrowDown: event.currentTarget.nextElementSibling,
      ArrowUp: event.currentTarget.previousElementSibling,
    }[event.key];
    if (!(beside instanceof HTMLElement)) return;
    event.preventDefault();
    beside.focus();
  };
  return (
    <tr
      className={isChosen ? 'on' : undefined}
      data-opens=""
      tabIndex={0}
      onClick={() => open(path)}
      onKeyDown={press}
    >
      {children}
    </tr>
  );
}
