import { oldPartsList } from '#shared/lists/old-parts.list.ts';
import type { OldPartState } from '#shared/nouns/old-part.card.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { ListPage, Segments } from '../../grid/list-page.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
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
  const { chosenId, rows } = useChosenRecord('oldPart');
  const [segment, setSegment] = useRemembered<Segment>('oldParts/segment', 'due', segments);
  const show = (id: string) => open(pathOfRecord('oldPart', id), { replace: true });

  return (
    <ListPage
      title={t('shell.oldParts')}
      beside={
        <Segments
          all={segments}
          chosen={segment}
          word={(one) => t(`oldParts.${one}`)}
          onChoose={setSegment}
        />
      }
      list={oldPartsList}
      drawings={drawings}
      name={`old-parts/${segment}`}
      filterWords={[segment === 'all' ? '' : t(`oldParts.${segment}`)]}
      source={service.oldParts.list}
      filter={filters[segment]}
      order={segment === 'due' || segment === 'overdue' ? firstDue : newest}
      {...rows}
      shows={shows}
      quickText
      empty={t(`oldParts.empty_${segment}`)}
      isFaded={(row) => row.state === 'waived'}
      exportList={service.oldParts.exportList.call}
      detailWidth={420}
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
  );
}

/** The one chosen, read by its id: it may be of another segment than the list shows. */
function Chosen({ id }: { readonly id: string }) {
  const service = useService();
  const { data } = useAsk(service.oldParts.get, { id }, { shows });
  return data ? <OldPartCard key={id} part={data} /> : null;
}
