import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent } from 'react';
import type { Draft } from '../../app/drafts/use-draft.ts';
import { findPartsExactly } from '../../components/parts/find-part.ts';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { lineFor, mostLines, oneMoreOf } from './draft-values.ts';
import type { DraftValues, LineValues } from './draft-values.ts';
import { pastedLines } from './pasted-lines.ts';
import type { PastedLine } from './pasted-lines.ts';
import { useJudgements } from './use-judgements.ts';

/** How lines come into a draft: picked, scanned one after the other, pasted from Excel. */
export function useDraftLines(draft: Draft<DraftValues>) {
  const service = useService();
  const { caseId } = draft.value;
  const judgements = useJudgements(caseId);
  const symptom =
    useAsk(service.cases.get, { id: caseId ?? '' }, { shows: ['case'], enabled: caseId !== null }).data
      ?.symptom ?? '';
  const [notFound, setNotFound] = useState<readonly string[]>([]);
  const goTo = useGoToQuantity();
  // Scans come quicker than drawings.
  const latest = useRef(draft.value);
  useEffect(() => {
    latest.current = draft.value;
  });

  const set = (next: readonly LineValues[]) => {
    latest.current = { ...latest.current, lines: next.slice(0, mostLines) };
    draft.set({ lines: latest.current.lines });
  };
  const append = (part: FoundPart, given: Partial<PastedLine> = {}) =>
    set([...latest.current.lines, lineFor(part, latest.current, judgements, { ...given, symptom })]);
  const paste = (event: ClipboardEvent) => {
    const pasted =
      event.target instanceof HTMLTextAreaElement
        ? undefined
        : pastedLines(event.clipboardData.getData('text/plain'));
    if (!pasted) return;
    event.preventDefault();
    void resolve(pasted.slice(0, mostLines));
  };
  const resolve = async (pasted: readonly PastedLine[]) => {
    const known = await findPartsExactly(
      service,
      pasted.map((line) => line.number),
    );
    const missing: string[] = [];
    for (const line of pasted) {
      const part = known.get(line.number);
      if (part) append(part, line);
      else missing.push(line.number);
    }
    setNotFound(missing);
  };

  return {
    judgements,
    notFound,
    forgetNotFound: () => setNotFound([]),
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
