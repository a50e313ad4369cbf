import { useMemo, useState } from 'react';
import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { ActsSlot } from '../../components/acts-slot.tsx';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { Page } from '../../components/page.tsx';
import { DataGrid } from '../../grid/data-grid.tsx';
import { toldColumns } from '../../grid/told-columns.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { OldPartCard } from './old-part-card.tsx';
import { drawings } from './old-part-drawings.tsx';
import { ScanCard } from './scan-card.tsx';
import './old-parts.css';

const segments = ['due', 'overdue', 'in', 'waived', 'all'] as const;
type Segment = (typeof segments)[number];

const filters: Readonly<Record<Segment, { readonly states?: OldPartState[]; readonly overdue?: boolean }>> = {
  due: { states: ['due'] },
  overdue: { states: ['due'], overdue: true },
  in: { states: ['in'] },
  waived: { states: ['waived'] },
  all: {},
};
const firstDue = { by: 'dueDay', descending: false } as const;
const newest = { by: 'createdAt', descending: true } as const;
const shows = ['oldPart'];

/** Replaced parts: what is due, what is in, and the field that takes them in scan by scan. */
export function OldPartsPage() {
  const t = useText();
  const open = useOpen();
  const may = useMay();
  const service = useService();
  const chosenId = useWhereabouts().names['oldPartId'];
  const [segment, setSegment] = useRemembered<Segment>('oldParts/segment', 'due', segments);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const columns = useMemo(() => toldColumns(oldPartsList, drawings, t), [t]);
  const show = (id: string) => open(`/old-parts/${id}`, { replace: true });

  return (
    <ActsSlot value={slot}>
      <Page
        title={t('shell.oldParts')}
        acts={<span className="row tight acts" ref={setSlot} />}
        beside={
          <div className="row tight">
            {segments.map((one) => (
              <KeyButton
                key={one}
                label={`oldParts.${one}`}
                chosen={one === segment}
                onPress={() => setSegment(one)}
              />
            ))}
          </div>
        }
      >
        <MasterDetail
          detailWidth={420}
          list={
            <Card fill>
              <DataGrid
                key={segment}
                name={`old-parts/${segment}`}
                title={t('shell.oldParts')}
                filterWords={[segment === 'all' ? '' : t(`oldParts.${segment}`)]}
                source={service.oldParts.list}
                filter={filters[segment]}
                columns={columns}
                order={segment === 'due' || segment === 'overdue' ? firstDue : newest}
                rowKey={(row) => row.id}
                shows={shows}
                quickText
                empty={t(`oldParts.empty_${segment}`)}
                selected={chosenId}
                onSelect={(row) => show(row.id)}
                isFaded={(row) => row.state === 'waived'}
                exportList={service.oldParts.exportList.call}
              />
            </Card>
          }
          detail={
            <div className="stack old-part-side">
              {chosenId !== undefined && <Chosen id={chosenId} />}
              {may('oldParts.receive') ? (
                <ScanCard onShow={show} />
              ) : (
                chosenId === undefined && <NothingChosen label="oldParts.choose" />
              )}
            </div>
          }
        />
      </Page>
    </ActsSlot>
  );
}

/** The one chosen, read by its id: it may be of another segment than the list shows. */
function Chosen({ id }: { readonly id: string }) {
  const service = useService();
  const { data } = useAsk(service.oldParts.get, { id }, { shows });
  return data ? <OldPartCard key={id} part={data} /> : null;
}
