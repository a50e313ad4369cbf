import { translateAny } from '#shared/messages/translate.ts';
import { useOpen } from '../../app/navigate.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import type { MessageKey, Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import { WhoLooked } from '../../components/who-looked.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import type { CaseFacts } from './case-page.tsx';
import { pathOfDocument } from './document-list.tsx';
import { NoteForm } from './note-form.tsx';

type CaseEvent = CaseFacts['events'][number];
type Filter = 'all' | 'contacts' | 'documents' | 'notes' | 'attachments';

const filters: readonly {
  readonly filter: Filter;
  readonly label: MessageKey;
  readonly kinds: readonly string[];
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
const tones: Readonly<Record<string, Tone | undefined>> = {
  contact: 'acc',
  judgement: 'good',
  state: 'soon',
};

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
  const [filter, setFilter] = useRemembered<Filter>('cases/timeline', 'all');
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
  const { kind, at, documentKind, documentId, documentNumber, personName } = event;
  const path = documentId === null ? undefined : pathOfDocument(documentKind, documentId);
  const isState = documentKind === 'caseState';
  return (
    <tr>
      <td className="mut num when">{t.moment(at)}</td>
      <td className="what">
        <Tag tone={tones[kind]}>{translateAny(t.language, `cases.event_${kind}`) ?? kind}</Tag>
      </td>
      <td className="wrap words">
        {isState && <b>{stateWord(t, 'caseState', documentNumber)}</b>}
        {!isState && documentNumber !== '' && <DocumentNumber number={documentNumber} path={path} />}
        <span>{wordsOf(event, t)}</span>
      </td>
      <td className="mut sm num">{personName}</td>
    </tr>
  );
}

function DocumentNumber({ number, path }: { readonly number: string; readonly path: string | undefined }) {
  const open = useOpen();
  if (path === undefined) return <span className="mut">{number}</span>;
  return (
    <button type="button" className="link" onClick={() => open(path)}>
      {number}
    </button>
  );
}

/** What was said; where a document tells its new state, the word for it. */
function wordsOf({ kind, text }: CaseEvent, t: Text): string {
  return (
    translateAny(t.language, `states.${kind === 'judgement' ? 'verdict' : `${kind}State`}_${text}`) ?? text
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
  };
}
