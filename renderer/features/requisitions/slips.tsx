import { formatQuantity } from '#shared/domain/quantities.ts';
import { useMay } from '../../app/session/session.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { CardPart } from '../../components/card.tsx';
import { PrintCount } from '../../components/paper/paper-actions.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import type { Issue, IssueLine } from './requisition-types.ts';

/** What was handed out, slip by slip, with the old parts due for it and the papers to print. */
export function Slips({ issues }: { readonly issues: readonly Issue[] }) {
  const t = useText();
  if (issues.length === 0) return null;
  return (
    <CardPart title={t('requisitions.issues')}>
      <table className="lines" data-testid="issues">
        {issues.map((issue) => (
          <tbody key={issue.id}>
            <tr>
              <td colSpan={4}>
                <span className="strong">{issue.number}</span>{' '}
                <span className="mut">
                  {t.moment(issue.at)} {issue.personName}
                </span>
              </td>
              <td className="num">
                <SlipPapers issue={issue} />
              </td>
            </tr>
            {issue.lines.map((line) => (
              <tr key={line.id}>
                <td className="mut">{line.accountCode}</td>
                <td>{line.partNumber}</td>
                <td className="rest">{line.partName}</td>
                <td className="num">
                  {formatQuantity(line.quantity)}
                  {line.clearedQuantity > 0 && (
                    <span className="mut sm">
                      {' '}
                      {t('requisitions.ofItCleared', { clearedQuantity: line.clearedQuantity })}
                    </span>
                  )}
                </td>
                <td>
                  <OldParts line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </CardPart>
  );
}

/** The slip for the signature, and the tags for what must come back. */
function SlipPapers({ issue }: { readonly issue: Issue }) {
  const t = useText();
  const may = useMay();
  const hasTags = issue.lines.some((line) => line.oldParts.some((tag) => tag.state !== 'waived'));
  const show = (paperKind: 'issue-slip' | 'old-part-tag') =>
    showPaper({ kind: 'document', paperKind, documentId: issue.id, name: issue.number });
  return (
    <span className="row tight end">
      {may('papers.print') && (
        <button type="button" className="link sm" onClick={() => show('issue-slip')}>
          {t('requisitions.issueSlip')}
        </button>
      )}
      {may('papers.print') && hasTags && (
        <button type="button" className="link sm" onClick={() => show('old-part-tag')}>
          {t('requisitions.oldPartTags')}
        </button>
      )}
      <PrintCount documentId={issue.id} />
    </span>
  );
}

const mostTagsShown = 3;

/** The old parts of a line by state; the numbers while they are few. */
export function OldParts({ line }: { readonly line: Pick<IssueLine, 'oldParts'> }) {
  const t = useText();
  const { oldParts } = line;
  if (oldParts.length === 0) return <span className="mut">—</span>;
  if (oldParts.length <= mostTagsShown) {
    return (
      <span className="row tight">
        {oldParts.map((tag) => (
          <Tag key={tag.id} tone={toneOfOldPart(tag.state)}>
            {tag.number} {stateWord(t, 'oldPartState', tag.state)}
          </Tag>
        ))}
      </span>
    );
  }
  const states = Map.groupBy(oldParts, (tag) => tag.state);
  return (
    <span className="row tight">
      {[...states].map(([state, tags]) => (
        <Tag key={state} tone={toneOfOldPart(state)}>
          {stateWord(t, 'oldPartState', state)} {tags.length}
        </Tag>
      ))}
    </span>
  );
}

function toneOfOldPart(state: IssueLine['oldParts'][number]['state']): Tone | undefined {
  return state === 'due' ? 'soon' : state === 'in' ? 'good' : undefined;
}
