import { useEffect, useRef, useState } from 'react';
import { App } from 'antd';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { usePastedParts } from '../../components/parts/use-pasted-parts.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { lineFor, mostLines, oneMoreOf } from './draft-values.ts';
import type { DraftValues, LineValues } from './draft-values.ts';
import { useJudgements } from './use-judgements.ts';

/** What a pasted row says of its line. */
interface Given {
  readonly quantity?: number | null;
  readonly fault?: string;
}

/** How lines come into a draft: picked, scanned one after the other, pasted from Excel. */
export function useDraftLines(draft: Draft<DraftValues>) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { caseId } = draft.value;
  const judgements = useJudgements(caseId);
  const symptom =
    useAsk(service.cases.get, { id: caseId ?? '' }, { shows: ['case'], enabled: caseId !== null }).data
      ?.symptom ?? '';
  const goTo = useGoToQuantity();
  // Scans come quicker than drawings.
  const latest = useRef(draft.value);
  useEffect(() => {
    latest.current = draft.value;
  });

  const set = (next: readonly LineValues[]) => {
    if (next.length > mostLines) {
      void message.warning(t('requisitions.full', { mostLines }));
      return;
    }
    latest.current = { ...latest.current, lines: next };
    draft.set({ lines: latest.current.lines });
  };
  const append = (part: FoundPart, given: Given = {}) =>
    set([...latest.current.lines, lineFor(part, latest.current, judgements, { ...given, symptom })]);
  const { report, forgetReport, paste } = usePastedParts({
    mostLines,
    partIdsNow: () => latest.current.lines.map(({ partId }) => partId),
    onLines: (pasted, { tellsQuantities }) => {
      for (const { part, quantity, fault } of pasted)
        // A list without quantities asks for one of each.
        if (part) append(part, tellsQuantities ? { quantity, fault } : { fault });
    },
  });

  return {
    judgements,
    report,
    forgetReport,
    set,
    paste,
    add: (part: FoundPart) => {
      append(part);
      goTo(latest.current.lines.length - 1);
    },
    scanned: (part: FoundPart) => {
      const more = oneMoreOf(latest.current.lines, part.id);
      if (more) set(more);
      else append(part);
    },
  };
}

/** Puts the cursor into the quantity of a line once that line is drawn. */
function useGoToQuantity(): (index: number) => void {
  const [wanted, setWanted] = useState<{ readonly index: number } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const field = document.querySelector<HTMLInputElement>(
      `[data-field="lines.${wanted.index}.quantity"] input`,
    );
    field?.focus();
    field?.select();
    setWanted(null);
  }, [wanted]);
  return (index) => setWanted({ index });
}
