import { translateAny } from '#shared/messages/translate.ts';
import { placedKinds, type PaperKind, type Permission } from '#shared/nouns/index.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText, type Text } from '../../app/text.ts';
import { CardPart } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { Tag } from '../../components/tag.tsx';
import type { CaseFacts } from './case-page.tsx';

type CaseDocument = CaseFacts['documents'][number];

/** Documents without a screen of their own are shown as the paper they are, to who may see the record. */
const papers: Readonly<Record<string, { readonly paperKind: PaperKind; readonly view: Permission }>> = {
  judgement: { paperKind: 'warranty-judgement', view: 'warranty.view' },
  issue: { paperKind: 'issue-slip', view: 'requisitions.view' },
};

/** Every document of the case, newest first. */
export function DocumentList({ facts: { documents } }: { readonly facts: CaseFacts }) {
  const t = useText();
  return (
    <CardPart fill title={t('cases.documents')} tags={documents.length > 0 && <Tag>{documents.length}</Tag>}>
      {documents.length === 0 && <p className="inside mut">{t('cases.noDocuments')}</p>}
      <div className="scroll grow">
        <table className="lines">
          <tbody>
            {documents.toReversed().map((document) => (
              <DocumentRow key={`${document.kind}/${document.id}`} document={document} />
            ))}
          </tbody>
        </table>
      </div>
    </CardPart>
  );
}

function DocumentRow({ document }: { readonly document: CaseDocument }) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const cells = (
    <>
      <td className="acc">{document.number}</td>
      <td>{documentWord(document.kind, t)}</td>
      <td className="mut">{stateOfDocument(document, t)}</td>
      <td className="mut num">{shortWhen(document.at, t)}</td>
    </>
  );
  const path = pathOfDocument(document.kind, document.id);
  if (path !== undefined) return <OpenRow path={path}>{cells}</OpenRow>;
  const show = openingOf(document, open, may);
  if (!show) return <tr>{cells}</tr>;
  return (
    <tr data-opens="" tabIndex={0} onClick={show} onKeyDown={(event) => event.key === 'Enter' && show()}>
      {cells}
    </tr>
  );
}

/** How a document is opened: its screen, or the paper that it is; undefined where this person may not see it. */
export function openingOf(
  { kind, id, number }: Pick<CaseDocument, 'id' | 'number'> & { readonly kind: string },
  open: (path: string) => void,
  may: ReturnType<typeof useMay>,
): (() => void) | undefined {
  const path = pathOfDocument(kind, id);
  const paper = papers[kind];
  if (path !== undefined) return () => open(path);
  if (!paper || !may('papers.print') || !may(paper.view)) return undefined;
  const { paperKind } = paper;
  return () => showPaper({ kind: 'document', paperKind, documentId: id, name: number });
}

/** Where a document is opened; undefined for those that are papers alone. */
function pathOfDocument(kind: string, id: string): string | undefined {
  const placed = placedKinds.find((one) => one === kind);
  return placed && pathOfRecord(placed, id);
}

/** The word for a kind of document: of the case where it has one, else that of the audit trail. */
export function documentWord(kind: string, t: Text): string {
  const words = [`cases.document_${kind}`, `audit.kind_${kind}`];
  return words.map((word) => translateAny(t.language, word)).find((word) => word !== undefined) ?? kind;
}

/** The time of today, else the day alone: there is little room. */
function shortWhen(at: number, t: Text): string {
  return t.moment(at).split(' ')[0] ?? '';
}

function stateOfDocument({ kind, state }: CaseDocument, t: Text): string {
  // The state of a judgement is its verdict; every other noun has a list of states of its own name.
  const list = kind === 'judgement' ? 'verdict' : `${kind}State`;
  return translateAny(t.language, `states.${list}_${state}`) ?? '';
}
