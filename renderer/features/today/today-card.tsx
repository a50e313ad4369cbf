import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { translateAny } from '#shared/messages/translate.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { TodayCardFacts, TodayRow } from '#shared/contract/today.contract.ts';
import { useCounters } from '../../app/counters.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Tag } from '../../components/tag.tsx';
import { useOpenWith } from '../../grid/use-remembered.ts';
import { RowCells } from './row-cells.tsx';
import { wholeListsOf } from './whole-lists.ts';

/** The name of a card in words. */
export function titleOfCard(name: string, t: Text): string {
  return translateAny(t.language, `today.card_${name}`) ?? name;
}

/** A card of the day. Without rows it is one line; with more than `room` it leads to the whole list in its last lines. */
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
  const lists = wholeListsOf(card, isMine, useCounters(), t);
  const isWhole = card.count <= Math.min(room, card.rows.length);
  const shown = isWhole ? card.rows : card.rows.slice(0, Math.max(1, room - lists.length));
  const lines: readonly Line[] = [
    ...shown.map((row) => ({
      key: `${row.kind}/${row.id}`,
      row,
      open: () => open(pathOfRecord(row.kind, row.id)),
    })),
    ...(isWhole ? [] : lists).map(({ label, path, choices }) => ({
      key: label,
      label,
      open: () => openWith(path, choices),
    })),
  ];
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
        card.amountFen !== null &&
        card.amountFen > 0 && <span className="mut sm keeps">¥{formatMoney(card.amountFen)}</span>
      }
    >
      <Lines lines={lines} />
    </Card>
  );
}

interface Line {
  readonly key: string;
  readonly row?: TodayRow;
  readonly label?: ReactNode;
  readonly open: () => void;
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

/** Lines of which one holds the place of the card in the order of Tab; arrows go to the others. */
function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const [last, setLast] = useState<string>();
  const stop = lines.some(({ key }) => key === last) ? last : lines[0]?.key;
  return (
    <table className="lines">
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.key}
            data-opens=""
            tabIndex={line.key === stop ? 0 : -1}
            onFocus={() => setLast(line.key)}
            onClick={line.open}
            onKeyDown={(event) => press(event, line.open)}
          >
            {line.row ? (
              <RowCells row={line.row} />
            ) : (
              <td className="acc sm" colSpan={6}>
                {line.label}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function press(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.key === 'Enter') return open();
  const row = event.currentTarget;
  const all = row.parentElement?.children;
  const wanted = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: all?.item(0),
    End: all?.item(all.length - 1),
  }[event.key];
  if (wanted === undefined) return;
  // At the end of the card an arrow stays where it is and scrolls nothing.
  event.preventDefault();
  if (wanted instanceof HTMLElement) wanted.focus();
}
