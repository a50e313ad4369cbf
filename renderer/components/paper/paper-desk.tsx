import { useStore } from '../../app/store.ts';
import { DocumentPaper } from './document-paper.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { PrintedPaper } from './printed-paper.tsx';
import { paperShown } from './show-paper.ts';
import { printFile } from './print-file.ts';

/** Shows the paper that somebody has laid on the desk, over the screen. */
export function PaperDesk() {
  const request = useStore(paperShown);
  const close = () => paperShown.set(null);
  if (request === null) return null;
  if (request.kind === 'document') {
    return <DocumentPaper key={`${request.paperKind}/${request.documentId}`} {...request} onClose={close} />;
  }
  if (request.kind === 'printed') return <PrintedPaper key={request.printId} {...request} onClose={close} />;
  const { file, name } = request;
  return (
    <PaperPanel name={name} file={file} onPrint={(printer) => printFile(file, printer)} onClose={close} />
  );
}
