import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PaperKind } from '#shared/nouns/index.ts';
import { useMay } from '../../app/session/session.ts';
import { useText, type MessageKey } from '../../app/text.ts';
import { KeyButton } from '../key-button.tsx';
import { PopOver } from '../pop-over.tsx';
import { PrintHistory, usePrints } from './print-history.tsx';
import { showPaper } from './show-paper.ts';

/**
 * The paper of a document: a button that shows it, from where it is printed and counted, and beside it how often that
 * happened, with who and when, and each print as it was. Those who may not print have the latter alone.
 */
export function PaperActions({
  kind,
  documentId,
  name,
  label = 'common.print',
  keys = 'Ctrl+P',
  primary = false,
  showsHistory = true,
}: {
  readonly kind: PaperKind;
  readonly documentId: string;
  /** What stands over the paper: the number of the document. */
  readonly name: string;
  readonly label?: MessageKey | undefined;
  /** Null where another paper on the screen has the key. */
  readonly keys?: string | null | undefined;
  readonly primary?: boolean | undefined;
  /** False where the prints stand on the screen already. */
  readonly showsHistory?: boolean | undefined;
}) {
  const may = useMay();
  const show = () => showPaper({ kind: 'document', paperKind: kind, documentId, name });
  return (
    <span className="row tight" data-paper={kind}>
      {may('papers.print') && (
        <KeyButton label={label} keys={keys ?? undefined} primary={primary} onPress={show} />
      )}
      {showsHistory && <PrintCount kind={kind} documentId={documentId} />}
    </span>
  );
}

/** How often a document was printed, on one kind of paper or on all; opens the list of its prints. */
export function PrintCount({
  kind,
  documentId,
}: {
  readonly kind?: PaperKind | undefined;
  readonly documentId: string;
}) {
  const t = useText();
  const prints = usePrints(documentId, kind);
  if (!prints || prints.length === 0) return null;
  const count = prints.filter((print) => !print.refused).length;
  return (
    <PopOver
      placement="bottomRight"
      destroyOnHidden
      title={t('prints.title')}
      content={<PrintHistory documentId={documentId} paperKind={kind} />}
    >
      <Button
        type="text"
        size="small"
        className="mut"
        icon={<HistoryOutlined />}
        title={t('prints.history')}
        aria-label={`${t('prints.history')} ${t('prints.times', { count })}`}
      >
        {count}
      </Button>
    </PopOver>
  );
}
