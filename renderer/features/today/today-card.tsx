import { useState, type KeyboardEvent } from 'react';
import { translateAny } from '#shared/messages/translate.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { TodayCardFacts, TodayRow } from '#shared/contract/today.contract.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText, type Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Tag } from '../../components/tag.tsx';
import { useOpenWith } from '../../grid/use-remembered.ts';
import { noteOpened } from './last-row.ts';
import { ownCells, type Cells } from './own-cells.tsx';
import { RowCells } from './row-cells.tsx';
import { wholeListsOf } from './whole-lists.ts';

/** The name of a card in words. */
export function titleOfCard(name: string, t: Text): string {
  return translateAny(t.language, `today.card_${name}`) ?? name;
}

/**
 * A card of the day; without rows it is one line. One of its rows or ways to the whole list holds its place in the order of
 * Tab, and arrows go round them, so that Tab goes from card to card.
 */
export function TodayCard({
  card,
  room,
  isMine,
}: {
  readonly card: TodayCardFacts;
  readonly room: number;
  readonly isMine: boolean;
}) {
  const t = useText();
  const open = useOpen();
  const openWith = useOpenWith();
  const lists = wholeListsOf(card, isMine, t);
  const rows = card.rows.slice(0, room);
  const cells = ownCells[card.name] ?? RowCells;
  const [last, setLast] = useState('');
  const keys = [...rows.map(keyOf), ...lists.map(({ label }) => label)];
  const stop = keys.includes(last) ? last : keys[0];
  const lineOf = (key: string) => ({
    'data-line': '',
    tabIndex: key === stop ? 0 : -1,
    onFocus: () => setLast(key),
  });

  if (card.count === 0) return <EmptyCard title={titleOfCard(card.name, t)} />;
  return (
    <Card
      title={titleOfCard(card.name, t)}
      tags={
        <>
          <Tag>{card.count}</Tag>
          {card.lateCount > 0 && <Tag tone="late">{t('today.late', { count: card.lateCount })}</Tag>}
        </>
      }
      end={
        <>
          {card.amountFen !== null && card.amountFen > 0 && (
            <span className="mut sm keeps">¥{formatMoney(card.amountFen)}</span>
          )}
          {lists.map(({ label, path, choices }) => (
            <button
              key={label}
              type="button"
              className="link sm keeps"
              {...lineOf(label)}
              onClick={() => openWith(path, choices)}
              onKeyDown={goRound}
            >
              {label}
            </button>
          ))}
        </>
      }
    >
      <table className="lines">
        <tbody>
          {rows.map((row) => (
            <Row
              key={keyOf(row)}
              row={row}
              cells={cells}
              line={{ ...lineOf(keyOf(row)), 'data-row': `${card.name}/${keyOf(row)}` }}
              onOpen={() => {
                noteOpened(`${card.name}/${keyOf(row)}`);
                open(pathOfRecord(row.kind, row.id));
              }}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Row({
  row,
  cells: OfRow,
  line,
  onOpen,
}: {
  readonly row: TodayRow;
  readonly cells: Cells;
  readonly line: object;
  readonly onOpen: () => void;
}) {
  return (
    <tr
      data-opens=""
      {...line}
      onClick={onOpen}
      onKeyDown={(event) => (event.key === 'Enter' ? onOpen() : goRound(event))}
    >
      <OfRow row={row} />
    </tr>
  );
}

function EmptyCard({ title }: { readonly title: string }) {
  const t = useText();
  return (
    <section className="card today-empty">
      <span>{title}</span>
      <span className="mut sm">{t('today.nothing')}</span>
    </section>
  );
}

function keyOf({ kind, id }: TodayRow): string {
  return `${kind}/${id}`;
}

/** Arrows go round the rows of the card and the ways to the whole list behind them; Home and End to the first and the last. */
function goRound(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const card = event.currentTarget.closest('.card');
  const lines = [
    ...(card?.querySelectorAll<HTMLElement>('tbody [data-line]') ?? []),
    ...(card?.querySelectorAll<HTMLElement>('header [data-line]') ?? []),
  ];
  const at = lines.indexOf(event.currentTarget);
  const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (wanted === undefined) return;
  event.preventDefault();
  lines[(wanted + lines.length) % lines.length]?.focus();
}
