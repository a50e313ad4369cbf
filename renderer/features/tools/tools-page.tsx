import { useMemo } from 'react';
import { toolsList } from '#shared/lists/tools.list.ts';
import { useOpen } from '../../app/navigate.ts';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { ListPage, Segments } from '../../grid/list-page.tsx';
import { useChosenRecord } from '../../grid/use-chosen-record.ts';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { usePersonChoices } from './person-choices.ts';
import { ToolPanel } from './tool-card.tsx';
import { drawings } from './tool-drawings.tsx';
import { NewTool } from './tool-form.tsx';

const segments = ['all', 'lent', 'overdue', 'checkDue'] as const;
type Segment = (typeof segments)[number];

const filters = {
  all: {},
  lent: { states: ['lent' as const] },
  overdue: { overdue: true },
  checkDue: { checkDue: true },
};
const orders = {
  all: { by: 'number', descending: false },
  lent: { by: 'dueBackDay', descending: false },
  overdue: { by: 'dueBackDay', descending: false },
  checkDue: { by: 'nextCheckDay', descending: false },
} as const;
const shows = ['tool'];

/** The tools: what is there, what is lent to whom, what is overdue, what is due for a check. */
export function ToolsPage() {
  const t = useText();
  const open = useOpen();
  const mayWrite = useMay()('tools.write');
  const service = useService();
  const { chosenId, rows } = useChosenRecord('tool');
  const [segment, setSegment] = useRemembered<Segment>('tools/segment', 'all', segments);
  const [holderId, setHolderId] = useRemembered('tools/holder', '');
  const people = usePersonChoices();
  const holder = people.find(({ value }) => value === holderId);
  const filter = useMemo(
    () => ({ ...filters[segment], ...(holder ? { holderId: holder.value } : {}) }),
    [segment, holder],
  );
  const create = () => open('/tools/new');
  useScanner((code) => {
    const number = /^SHD\|([^|]+)\|/.exec(code)?.[1];
    if (number === undefined) return undefined;
    const input = { filter: { text: number }, sort: orders.all, limit: 10 };
    return () =>
      void service.tools.list.call(input).then(
        (page) => {
          const tool = page.rows.find((row) => row.number === number);
          if (tool) open(pathOfRecord('tool', tool.id), { replace: true });
        },
        // The connection says for itself that it is lost; the label can be scanned again.
        () => undefined,
      );
  });

  return (
    <ListPage
      title={t('tools.title')}
      beside={
        <Segments all={segments} chosen={segment} word={(one) => t(`tools.${one}`)} onChoose={setSegment} />
      }
      acts={mayWrite && <KeyButton label="tools.new" keys="F8" onPress={create} />}
      list={toolsList}
      drawings={drawings}
      name={`tools/${segment}`}
      filterWords={[segment === 'all' ? '' : t(`tools.${segment}`), holder?.label ?? '']}
      source={service.tools.list}
      filter={filter}
      order={orders[segment]}
      {...rows}
      shows={shows}
      quickText
      filters={
        <SelectInput
          width={120}
          value={holder?.value ?? null}
          emptyLabel={t('tools.everybody')}
          choices={people}
          onChange={(id) => setHolderId(id ?? '')}
        />
      }
      empty={t(`tools.empty_${segment}`)}
      isFaded={(row) => row.state === 'outOfUse' || row.state === 'lost'}
      exportList={service.tools.exportList.call}
      detail={<Detail chosenId={chosenId} />}
    />
  );
}

function Detail({ chosenId }: { readonly chosenId: string | undefined }) {
  if (chosenId === 'new') return <NewTool />;
  if (chosenId !== undefined) return <ToolPanel key={chosenId} id={chosenId} />;
  return <NothingChosen label="tools.choose" />;
}
