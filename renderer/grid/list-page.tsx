import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { List } from '#shared/lists/list.ts';
import { useText } from '../app/text.ts';
import { ActsSlot } from '../components/acts-slot.tsx';
import { Card } from '../components/card.tsx';
import { KeyButton } from '../components/key-button.tsx';
import { MasterDetail } from '../components/master-detail.tsx';
import { Page } from '../components/page.tsx';
import { DataGrid } from './data-grid.tsx';
import type { DataGridProps } from './data-grid.tsx';
import { toldColumns } from './told-columns.tsx';
import type { Drawings } from './told-columns.tsx';

interface ListPageProps<Filter extends object, Sort extends string, Row> extends Omit<
  DataGridProps<Filter, Sort, Row>,
  'title' | 'columns'
> {
  /** What the screen is called. */
  readonly title: string;
  /** What the list is called on paper, where it is not the whole of the screen. */
  readonly paperTitle?: string | undefined;
  readonly beside?: ReactNode;
  readonly acts?: ReactNode;
  readonly list: List<Row, Sort>;
  /** Keep them out of the drawing function. */
  readonly drawings: Drawings<Row>;
  readonly listWidth?: number | undefined;
  readonly detailWidth?: number | undefined;
  /** The record chosen; it puts its acts into the head of the page by `Acts`. */
  readonly detail: ReactNode;
}

/** A list that is told once on the left, the record chosen on the right, the acts of both in the head. */
export function ListPage<Filter extends object, Sort extends string, Row>({
  title,
  paperTitle = title,
  beside,
  acts,
  list,
  drawings,
  listWidth,
  detailWidth,
  detail,
  ...grid
}: ListPageProps<Filter, Sort, Row>) {
  const t = useText();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const columns = useMemo(() => toldColumns(list, drawings, t), [list, drawings, t]);
  return (
    <ActsSlot value={slot}>
      <Page
        title={title}
        beside={beside}
        acts={
          <>
            <span className="row tight acts" ref={setSlot} />
            {acts}
          </>
        }
      >
        <MasterDetail
          listWidth={listWidth}
          detailWidth={detailWidth}
          list={
            <Card fill>
              {/* A list of another name has columns and an order of its own. */}
              <DataGrid {...grid} key={grid.name} title={paperTitle} columns={columns} />
            </Card>
          }
          detail={detail}
        />
      </Page>
    </ActsSlot>
  );
}

/** The parts of a list side by side, in the order of the work. */
export function Segments<Segment extends string>({
  all,
  chosen,
  word,
  onChoose,
}: {
  readonly all: readonly Segment[];
  readonly chosen: Segment;
  readonly word: (segment: Segment) => ReactNode;
  readonly onChoose: (segment: Segment) => void;
}) {
  return (
    <div className="row tight">
      {all.map((segment) => (
        <KeyButton key={segment} chosen={segment === chosen} onPress={() => onChoose(segment)}>
          {word(segment)}
        </KeyButton>
      ))}
    </div>
  );
}
