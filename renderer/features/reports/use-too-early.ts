import { useState } from 'react';
import { missingOf } from '#shared/domain/report-missing.ts';
import type { MissingPart } from '#shared/domain/report-missing.ts';
import { useNow } from '../../app/use-now.ts';
import { goToField } from './go-to-field.ts';
import type { ReportValues } from './report-values.ts';

/** What a report wants to be whole for. */
type Tried = 'finish' | 'print';
export type TooEarly = ReturnType<typeof useTooEarly>;

/** The field that gives what is missing. */
const fieldOf: Readonly<Record<MissingPart, string>> = {
  technicians: 'technicianIds',
  finishTime: 'finishedAt',
  finishTimeAhead: 'finishedAt',
  timesInOrder: 'arrivedAt',
  symptom: 'symptom',
  cause: 'cause',
  work: 'work',
  parts: 'parts',
  partsUnclear: 'parts',
  partReasons: 'parts',
};

/** What a report that is typed still lacks, and what was tried all the same since the last change. */
export function useTooEarly(values: ReportValues) {
  const now = useNow();
  const missing = missingOf(values, now);
  const typed = JSON.stringify(values);
  const [tried, setTried] = useState<{ readonly what: Tried; readonly on: string } | null>(null);
  const goTo = (part: MissingPart) =>
    goToField(document.querySelector('[data-testid="report-editor"]'), fieldOf[part]);
  return {
    missing,
    tried: tried?.on === typed ? tried.what : null,
    goTo,
    /** Says that it was tried, with the cursor in the first field that lacks something; whether nothing does. */
    tryTo: (what: Tried): boolean => {
      setTried({ what, on: typed });
      const [first] = missing;
      if (first !== undefined) goTo(first);
      return first === undefined;
    },
  };
}
