import type { CaseEventKind } from '#shared/domain/case-events.ts';
import { useOpen } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { MessageKey } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import { WhoLooked } from '../../components/who-looked.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import type { CaseFacts } from './case-page.tsx';
import { openingOf } from './document-list.tsx';
import { eventWords } from './event-words.ts';
import type { CaseEvent } from './event-words.ts';
import { NoteForm } from './note-form.tsx';

type Filter = 'all' | 'contacts' | 'documents' | 'notes' | 'attachments';

const filters: readonly {
  readonly filter: Filter;
  readonly label: MessageKey;
  readonly kinds: readonly CaseEventKind[];
}[] = [
  { filter: 'all', label: 'cases.filterAll', kinds: [] },
  { filter: 'contacts', label: 'cases.filterContacts', kinds: ['contact'] },
  {
    filter: 'documents',
    label: 'cases.filterDocuments',
    kinds: ['judgement', 'requisition', 'issue', 'report', 'oldPart', 'clearing'],
  },
  { filter: 'notes', label: 'cases.filterNotes', kinds: ['note', 'state', 'registered'] },
  { filter: 'attachments', label: 'cases.filterAttachments', kinds: ['attachment'] },
];
const offered = filters.map(({ filter }) => filter);
const tones: Readonly<Partial<Record<CaseEventKind, Tone>>> = {
  contact: 'acc',
  judgement: 'good',
  state: 'soon',
};

const noParts: Pick<CaseEvent, 'holderName' | 'parts'> = { holderName: '', parts: [] };

/** What happened to the case, newest first, and the place to write down more. */
export function TimelineCard({
  facts,
  isWriting,
  onWritten,
}: {
  readonly facts: CaseFacts;
  readonly isWriting: boolean;
  readonly onWritten: () => void;
}) {
  const t = useText();
  const service = useService();
  const [filter, setFilter] = useRemembered<Filter>('cases/timeline', 'all', offered);
  const attached = useAsk(
    service.attachments.list,
    { subjectKind: 'case', subjectId: facts.id },
    { shows: ['attachment'] },
  );
  const kinds = filters.find((one) => one.filter === filter)?.kinds ?? [];
  const events = [...judgementEvents(facts), ...facts.events, ...(attached.data ?? []).map(attachmentEvent)]
    .toSorted((one, other) => other.at - one.at)
    .filter(({ kind }) => filter === 'all' || kinds.includes(kind));
  return (
    <Card
      fill
      title={t('cases.timeline')}
      end={
        <>
          <WhoLooked id={facts.id} />
          <Filters chosen={filter} onChoose={setFilter} />
        </>
      }
    >
      {isWriting && <NoteForm caseId={facts.id} onDone={onWritten} />}
      <div className="scroll grow" data-testid="timeline">
        {events.length === 0 && <p className="inside mut">{t('cases.nothingHappened')}</p>}
        <table className="lines timeline">
          <tbody>
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Filters({
  chosen,
  onChoose,
}: {
  readonly chosen: Filter;
  readonly onChoose: (filter: Filter) => void;
}) {
  const t = useText();
  return (
    <div className="row tight" role="radiogroup" aria-label={t('cases.timeline')}>
      {filters.map(({ filter, label }) => (
        <button
          key={filter}
          type="button"
          role="radio"
          aria-checked={filter === chosen}
          className={filter === chosen ? 'tag acc filter' : 'tag filter'}
          onClick={() => onChoose(filter)}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}

function EventRow({ event }: { readonly event: CaseEvent }) {
  const t = useText();
  const { kind, at, documentNumber, personName } = event;
  return (
    <tr>
      <td className="mut num when">{t.moment(at)}</td>
      <td className="what">
        <Tag tone={tones[kind]}>{t(`cases.event_${kind}`)}</Tag>
      </td>
      <td className="wrap words">
        {kind !== 'state' && documentNumber !== '' && <DocumentNumber event={event} />}
        <span>{eventWords(event, t)}</span>
      </td>
      <td className="mut sm num">{personName}</td>
    </tr>
  );
}

function DocumentNumber({
  event: { documentKind, documentId, documentNumber },
}: {
  readonly event: CaseEvent;
}) {
  const open = useOpen();
  const may = useMay();
  const opening =
    documentId === null
      ? undefined
      : openingOf({ kind: documentKind, id: documentId, number: documentNumber }, open, may);
  if (!opening) return <span className="mut">{documentNumber}</span>;
  return (
    <button type="button" className="link" onClick={opening}>
      {documentNumber}
    </button>
  );
}

/** Judgements tell of themselves through the list of documents. */
function judgementEvents({ documents }: CaseFacts): readonly CaseEvent[] {
  return documents
    .filter(({ kind }) => kind === 'judgement')
    .map(({ id, at, number, state }) => ({
      id,
      at,
      kind: 'judgement',
      text: state,
      documentKind: 'judgement',
      documentId: id,
      documentNumber: number,
      personName: '',
      ...noParts,
    }));
}

function attachmentEvent(attachment: {
  readonly id: string;
  readonly addedAt: number;
  readonly fileName: string;
  readonly addedByName: string;
}): CaseEvent {
  return {
    id: attachment.id,
    at: attachment.addedAt,
    kind: 'attachment',
    text: attachment.fileName,
    documentKind: '',
    documentId: null,
    documentNumber: '',
    personName: attachment.addedByName,
    ...noParts,
  };
}
