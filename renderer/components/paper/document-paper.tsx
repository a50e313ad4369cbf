import { useQuery } from '@tanstack/react-query';
import type { PaperKind } from '#shared/nouns/index.ts';
import { usePerson } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import { PaperPanel } from './paper-panel.tsx';
import { printDocument } from './print-document.ts';

/** A document of the house as a paper: previewed without being counted, counted once when it is printed. */
export function DocumentPaper({
  paperKind,
  documentId,
  name,
  onClose,
}: {
  readonly paperKind: PaperKind;
  readonly documentId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const service = useService();
  const { personId } = usePerson();
  const input = { kind: paperKind, documentId, language: t.language };
  const preview = useQuery({
    queryKey: service.papers.preview.queryKey({ input }),
    queryFn: ({ signal }) => service.papers.preview.call(input, { signal }),
    // Each look is at the paper as it would be now.
    staleTime: 0,
    gcTime: 0,
    meta: { shows: [] },
  });

  const missing = useQuery({
    queryKey: service.papers.missingCharacters.queryKey({ input }),
    queryFn: ({ signal }) => service.papers.missingCharacters.call(input, { signal }),
    staleTime: 0,
    gcTime: 0,
    meta: { shows: [] },
  });
  const characters = missing.data?.characters ?? [];

  return (
    <PaperPanel
      name={name}
      file={preview.data}
      trouble={preview.error ? troubleOf(preview.error) : null}
      paperKind={paperKind}
      note={characters.length === 0 ? '' : t('prints.missing', { characters: characters.join(' ') })}
      onPrint={(printerName) => printDocument(service, personId, input, printerName)}
      onClose={onClose}
    />
  );
}
