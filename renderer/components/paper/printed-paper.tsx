import { useQuery } from '@tanstack/react-query';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { troubleOf } from '../../service/trouble.ts';
import { PaperPanel } from './paper-panel.tsx';

/** A print that was counted, as it was printed then: to be looked at and saved. A further sheet is a further print. */
export function PrintedPaper({
  printId,
  name,
  onClose,
}: {
  readonly printId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useText();
  const printed = usePrinted(printId);
  return (
    <PaperPanel
      name={name}
      file={printed.data}
      trouble={printed.error ? troubleOf(printed.error) : null}
      note={t('prints.asPrinted')}
      onClose={onClose}
    />
  );
}

/** The PDF of a print; it never changes. */
export function usePrinted(printId: string) {
  const service = useService();
  const input = { printId };
  return useQuery({
    queryKey: service.papers.printed.queryKey({ input }),
    queryFn: ({ signal }) => service.papers.printed.call(input, { signal }),
    meta: { shows: [] },
  });
}
