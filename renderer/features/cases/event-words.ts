import { assertNever } from '#shared/domain/assert.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { readCourse } from '#shared/domain/requisition-course.ts';
import { verdicts } from '#shared/domain/states.ts';
import { caseStates } from '#shared/nouns/case.card.ts';
import { reportStates } from '#shared/nouns/report.card.ts';
import type { Text } from '../../app/text.ts';
import type { CaseFacts } from './case-page.tsx';

/** Something that happened to a case, as the timeline tells it. */
export type CaseEvent = CaseFacts['events'][number];
type MovedPart = CaseEvent['parts'][number];

/** Says in a short sentence what happened; the number of the document stands before it. */
export function eventWords(event: CaseEvent, t: Text): string {
  const { kind, text } = event;
  switch (kind) {
    case 'registered':
      return t('cases.told_registered');
    case 'contact':
      if (event.documentKind === 'contactVoid') return t('cases.told_contactVoid', { reason: text });
      return text || t('cases.told_contact');
    case 'judgement': {
      const verdict = verdicts.find((one) => one === text);
      return verdict ? t(`cases.told_judgement_${verdict}`) : text;
    }
    case 'requisition': {
      const told = readCourse(text);
      if (!told) return text;
      const words = t(`cases.told_requisition_${told.course}`);
      return told.reason === '' ? words : t('cases.told_requisitionBecause', { words, reason: told.reason });
    }
    case 'issue':
      return t('cases.told_issue', { holder: event.holderName, parts: partsText(event.parts, t) });
    case 'report': {
      const state = reportStates.find((one) => one === text);
      return state ? t(`cases.told_report_${state}`) : t('cases.told_reportSaid', { text });
    }
    case 'oldPart':
      return t('cases.told_oldPart', { parts: partsText(event.parts, t) });
    case 'clearing':
      return t('cases.told_clearing', { ways: clearingText(event.parts, t) });
    case 'attachment':
      return t('cases.told_attachment', { name: text });
    case 'note':
      return text;
    case 'state':
      return stateText(event, t);
    default:
      return assertNever(kind);
  }
}

function stateText({ text, documentNumber }: CaseEvent, t: Text): string {
  const state = caseStates.find((one) => one === documentNumber);
  const word = state ? t(`states.caseState_${state}`) : documentNumber;
  return text === ''
    ? t('cases.told_state', { state: word })
    : t('cases.told_stateReason', { state: word, reason: text });
}

/** '装车 水泵总成 1 件；丢失报废 垫片 2 片，赔款 ¥12.00' */
function clearingText(moved: readonly MovedPart[], t: Text): string {
  const ways = Map.groupBy(moved, ({ clearingKind }) => clearingKind ?? 'installed');
  const told = [...ways].map(([way, rows]) => {
    const chargeFen = rows.reduce((sum, row) => sum + row.chargeFen, 0);
    const parts = partsText(rows, t);
    return chargeFen === 0
      ? t(`cases.told_clearing_${way}`, { parts })
      : t('cases.told_clearing_charged', { parts, amount: formatMoney(chargeFen) });
  });
  return t.clauses(told);
}

function partsText(moved: readonly MovedPart[], t: Text): string {
  return t.listed(
    moved.map(
      ({ partName, quantity, unitOfMeasure }) => `${partName} ${formatQuantity(quantity)} ${unitOfMeasure}`,
    ),
  );
}
