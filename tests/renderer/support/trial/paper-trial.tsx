import { useWhereabouts } from '../../../../renderer/app/navigate.ts';
import { KeyButton } from '../../../../renderer/components/key-button.tsx';
import { Page } from '../../../../renderer/components/page.tsx';
import { showPaper } from '../../../../renderer/components/paper/show-paper.ts';

/** Lays a PDF of two pages, handed over by the test, on the desk; or the record of the contact that the path names. */
export function PaperTrial() {
  const { search } = useWhereabouts();
  const contactId = String(search['contact']);
  const showRecord = () =>
    showPaper({ kind: 'document', paperKind: 'contact-record', documentId: contactId, name: 'the record' });
  const show = async () => {
    const bytes = await (await fetch('/two-pages.pdf')).arrayBuffer();
    showPaper({
      kind: 'file',
      name: 'two pages',
      file: new File([bytes], 'two-pages.pdf', { type: 'application/pdf' }),
    });
  };
  return (
    <Page title="paper">
      <KeyButton label="common.preview" keys="F8" onPress={() => void show()} />
      <KeyButton label="common.print" keys="F9" onPress={showRecord} />
    </Page>
  );
}
