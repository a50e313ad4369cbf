import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { TodayCardFacts } from '#shared/contract/today.contract.ts';
import { sharedRows } from './shared-rows.ts';
import { TodayCard } from './today-card.tsx';

/* The measures of today.css, in pixels. */
const rowHeight = 32;
const headHeight = 41;
const emptyHeight = 34;
const gap = 10;

/** Cards one under the other, with as many rows as there is room for. */
export function TodayColumn({
  cards,
  isMine,
  children,
}: {
  readonly cards: readonly TodayCardFacts[];
  readonly isMine: boolean;
  /** Stands over the cards. */
  readonly children?: ReactNode;
}) {
  const column = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = column.current;
    if (!element) return;
    setHeight(element.clientHeight);
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const heads = cards.reduce((sum, { count }) => sum + gap + (count === 0 ? emptyHeight : headHeight), -gap);
  const wanted = cards.map(({ rows }) => rows.length);
  const rooms = sharedRows(Math.floor((height - heads) / rowHeight), wanted);
  return (
    <div ref={column} className="today-column">
      {children}
      {cards.map((card, index) => (
        <TodayCard key={card.name} card={card} room={rooms[index] ?? 0} isMine={isMine} />
      ))}
    </div>
  );
}
