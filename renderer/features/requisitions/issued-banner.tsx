import { useWhereabouts } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import type { Requisition } from './requisition-types.ts';

/** What was just issued, with the papers that go along: the slip to sign, the tags to take. */
export function IssuedBanner({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const may = useMay();
  const { search } = useWhereabouts();
  const issue = requisition.issues.find((one) => one.id === search['issue']);
  if (!issue) return null;
  const hasTags = issue.lines.some((line) => line.oldParts.some((tag) => tag.state === 'due'));
  const show = (paperKind: 'issue-slip' | 'old-part-tag') => () =>
    showPaper({ kind: 'document', paperKind, documentId: issue.id, name: issue.number });
  return (
    <div className="banner good" role="status" data-testid="issued">
      <span className="grow">{t('requisitions.issuedNow', { number: issue.number })}</span>
      {may('papers.print') && (
        <KeyButton label="requisitions.printSlip" keys="Alt+P" onPress={show('issue-slip')} />
      )}
      {may('papers.print') && hasTags && (
        <KeyButton label="requisitions.printTags" keys="Alt+T" onPress={show('old-part-tag')} />
      )}
    </div>
  );
}
