import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { InboxRow } from '#shared/contract/decisions.contract.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { isNobodys } from '../../app/keyboard/focus-keeper.ts';
import { useText } from '../../app/text.ts';
import { decisionWord } from '../../components/decisions/decision-words.ts';
import { Tag } from '../../components/tag.tsx';

/** What tells a row from every other: a requisition can wait for two decisions. */
export const keyOf = ({ kind, id }: Pick<InboxRow, 'kind' | 'id'>) => `${kind}/${id}`;

/** What waits, a row each with what stands out. Arrows go through the rows, Space ticks, Enter opens the record. */
export function InboxTable({
  rows,
  chosenKey,
  ticked,
  onChoose,
  onTick,
  onOpen,
}: {
  readonly rows: readonly InboxRow[];
  readonly chosenKey: string | undefined;
  readonly ticked: ReadonlySet<string>;
  readonly onChoose: (row: InboxRow) => void;
  readonly onTick: (row: InboxRow) => void;
  readonly onOpen: (row: InboxRow) => void;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  // Whoever comes here, or has decided on a row that is gone, goes on at the row that is chosen.
  useEffect(() => {
    if (chosenKey === undefined || !isFree(document)) return;
    body.current?.querySelector<HTMLElement>(`tr[data-key="${chosenKey}"]`)?.focus();
  }, [chosenKey]);
  const press = (row: InboxRow) => (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') return onOpen(row);
    if (event.key === ' ') {
      event.preventDefault();
      return onTick(row);
    }
    const beside = {
      ArrowDown: event.currentTarget.nextElementSibling,
      ArrowUp: event.currentTarget.previousElementSibling,
      Home: event.currentTarget.parentElement?.firstElementChild,
      End: event.currentTarget.parentElement?.lastElementChild,
    }[event.key];
    if (!(beside instanceof HTMLElement)) return;
    event.preventDefault();
    beside.focus();
  };
  return (
    <table className="lines" data-testid="inbox">
      <tbody ref={body}>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            data-key={keyOf(row)}
            data-opens=""
            tabIndex={0}
            className={keyOf(row) === chosenKey ? 'on' : undefined}
            aria-selected={keyOf(row) === chosenKey}
            onFocus={() => onChoose(row)}
            onKeyDown={press(row)}
            onDoubleClick={() => onOpen(row)}
          >
            <td onClick={() => onTick(row)}>
              <input type="checkbox" tabIndex={-1} readOnly checked={ticked.has(keyOf(row))} />
            </td>
            <RowCells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowCells({ row }: { readonly row: InboxRow }) {
  const t = useText();
  const { kind, number, summary, amountFen, askedByName, askedAt, warnings, signedBy, neededCount } = row;
  return (
    <>
      <td className="mut">{decisionWord(kind, t)}</td>
      <td className="acc">{number}</td>
      <td className="rest" title={summary}>
        {summary}
      </td>
      <td>
        <span className="row tight">
          {warnings.map((warning) => (
            <Tag key={warning} tone="soon">
              {t(`decisions.warning_${warning}`)}
            </Tag>
          ))}
          {neededCount > 1 && (
            <Tag>
              {t('decisions.signedOf', { signed: signedBy.length, needed: neededCount, names: signedBy })}
            </Tag>
          )}
        </span>
      </td>
      <td className="num">{amountFen === null ? '' : `¥${formatMoney(amountFen)}`}</td>
      <td className="mut">{askedByName}</td>
      <td className="mut num">{t.moment(askedAt)}</td>
    </>
  );
}

/** Nobody types or presses anywhere else. */
function isFree(page: Document): boolean {
  return isNobodys(page) || page.activeElement?.closest('[data-testid="inbox"], .page-head, nav') !== null;
}
