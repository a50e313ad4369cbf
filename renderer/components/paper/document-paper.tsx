import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { PrintPdfResult } from '#shared/desktop/desktop-bridge.ts';
import type { PaperKind } from '#shared/domain/states.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import { useAct } from '../../service/use-act.ts';
import { PaperPanel } from './paper-panel.tsx';
import { printFile } from './print-file.ts';

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
  const input = { kind: paperKind, documentId, language: t.language };
  const preview = useQuery({
    queryKey: service.papers.preview.queryKey({ input }),
    queryFn: ({ signal }) => service.papers.preview.call(input, { signal }),
    // Each look is at the paper as it would be now.
    staleTime: 0,
    gcTime: 0,
    meta: { shows: [] },
  });
  const print = useAct(service.papers.print);
  // Counted, but not yet taken by a printer: printing again is not another print.
  const counted = useRef<File | null>(null);

  const onPrint = async (printerName: string | undefined): Promise<PrintPdfResult | undefined> => {
    if (counted.current === null) {
      const printed = await print.run(input);
      if (!printed) return undefined;
      counted.current = await service.papers.printed.call({ printId: printed.printId });
    }
    const result = await printFile(counted.current, printerName);
    if (result.kind === 'queued') counted.current = null;
    return result;
  };

  return (
    <PaperPanel
      name={name}
      file={preview.data}
      trouble={print.trouble ?? (preview.error ? troubleOf(preview.error) : null)}
      paperKind={paperKind}
      onPrint={onPrint}
      onClose={onClose}
    />
  );
}
