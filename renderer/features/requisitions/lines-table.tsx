import { dayOf, type Day } from '#shared/domain/days.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import { VerdictTag } from '../../components/warranty/warranty-light.tsx';
import { lineAmountText, totalText, unpricedIn } from './amount-texts.ts';
import { isEarlierRemarkable, stockFor } from './attention.ts';
import type { Requisition, RequisitionLine } from './requisition-types.ts';

/** The lines of a requisition with what decides about them; once it is approved, with how far each is issued and cleared. */
export function LinesTable({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const { lines, state } = requisition;
  const isUnderWay = ['approved', 'partlyIssued', 'issued', 'cleared'].includes(state);
  return (
    <table className="lines" data-testid="lines">
      <thead>
        <tr>
          <th>{t('requisitions.partNumber')}</th>
          <th>{t('requisitions.partName')}</th>
          <th className="num">{t('requisitions.quantity')}</th>
          {isUnderWay && <th className="num">{t('requisitions.issuedQuantity')}</th>}
          {isUnderWay && <th className="num">{t('requisitions.clearedQuantity')}</th>}
          {state !== 'cleared' && <th className="num">{t('requisitions.stock')}</th>}
          <th>{t('requisitions.judgement')}</th>
          <th>{t('requisitions.earlier')}</th>
          <th>{t('requisitions.oldPart')}</th>
          <th className="num">{t('requisitions.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>{line.partNumber}</td>
            <td className="rest">
              {line.partName}
              {line.fault !== '' && <div className="mut sm cut">{line.fault}</div>}
            </td>
            <td className="num">
              {formatQuantity(line.quantity)} <span className="mut sm">{line.unitOfMeasure}</span>
            </td>
            {isUnderWay && <td className="num">{progress(line.issuedQuantity, line.quantity)}</td>}
            {isUnderWay && <td className="num">{progress(line.clearedQuantity, line.issuedQuantity)}</td>}
            {state !== 'cleared' && (
              <td className="num">
                <Stock requisition={requisition} line={line} />
              </td>
            )}
            <td>
              {line.verdict && <VerdictTag verdict={line.verdict} />} {line.clause}
            </td>
            <td>
              <Earlier line={line} />
            </td>
            <td className={line.oldPartRequired ? undefined : 'mut'}>
              {t(line.oldPartRequired ? 'requisitions.oldPartNeeded' : 'requisitions.oldPartNotNeeded')}
            </td>
            <td className="num">{lineAmountText(line, t)}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={7 + (isUnderWay ? 2 : 0) - (state === 'cleared' ? 1 : 0)} className="num mut">
            {t('requisitions.total')}
          </td>
          <td className="num strong">{totalText(requisition.amountFen, unpricedIn(lines), t)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function progress(done: number, of: number) {
  if (done === 0) return <span className="mut">—</span>;
  return <span className={done < of ? 'soon' : undefined}>{formatQuantity(done)}</span>;
}

/** What is there; when that is not enough, how many substitutes are registered that have some. */
function Stock({ requisition, line }: { readonly requisition: Requisition; readonly line: RequisitionLine }) {
  const t = useText();
  const stock = stockFor(requisition, line);
  const isShort = stock < line.quantity - line.issuedQuantity;
  const substitutes = line.substitutes.filter((one) => one.availableQuantity > 0).length;
  return (
    <>
      <span className={isShort ? 'late' : undefined}>{formatQuantity(Math.max(0, stock))}</span>
      {isShort && substitutes > 0 && (
        <span className="sm"> {t('requisitions.substitutes', { count: substitutes })}</span>
      )}
    </>
  );
}

function Earlier({ line }: { readonly line: RequisitionLine }) {
  const t = useText();
  const today = useToday();
  if (!line.earlier) return <span className="mut">—</span>;
  const { at, daysAgo, caseNumber } = line.earlier;
  return (
    <span className={isEarlierRemarkable(line) ? 'soon' : undefined} title={caseNumber}>
      {t('requisitions.earlierAt', { day: shortDay(dayOf(at), today), days: daysAgo })}
    </span>
  );
}

/** '11-03' this year, '2025-11-03' before. */
function shortDay(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}
