import type { ReactNode } from 'react';
import { type Text, useText } from '../app/text.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { TroubleBanner } from '../components/trouble-banner.tsx';
import { troubleOf } from '../service/trouble.ts';
import type { RowsRead } from './use-grid-rows.ts';

/** What lies over the rows of a list when there are none: how to begin, that nothing matches, or why it could not be read. */
export function ListOver({
  read,
  error,
  onRetry,
  isFiltered,
  onClearFilter,
  empty,
  emptyAct,
}: {
  readonly read: RowsRead | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly isFiltered: boolean;
  readonly onClearFilter: () => void;
  readonly empty: ReactNode;
  readonly emptyAct?: ReactNode;
}) {
  const t = useText();
  if (error !== undefined) {
    return (
      <div className="list-over">
        <TroubleBanner trouble={troubleOf(error)} onRetry={onRetry} />
      </div>
    );
  }
  if (read?.count !== 0) return null;
  const clear = (
    <button type="button" className="link" onClick={onClearFilter}>
      {t('grid.clearFilter')}
    </button>
  );
  return (
    <div className="list-over">
      {isFiltered ? (
        <EmptyState act={clear}>{t('grid.noMatch')}</EmptyState>
      ) : (
        <EmptyState act={emptyAct}>{empty}</EmptyState>
      )}
    </div>
  );
}

/** '37 rows', '100+ rows': a list is counted no further than it was read. */
export function rowsRead(read: RowsRead | undefined, t: Text, uncounted = 0): string {
  if (!read) return '';
  return t(read.isAll ? 'grid.rowsLoaded' : 'grid.rowsLoadedMore', {
    count: read.isAll ? read.count - uncounted : read.count,
  });
}
