import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** One line of an open list. */
export interface PickOption {
  readonly key: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** At the right end: a number, a tag. */
  readonly end?: ReactNode;
  /** Stands above the first option of its group. */
  readonly group?: string | undefined;
}

/** The list under a field: at the field's place on the screen, above everything. */
export function PickList({
  id,
  anchor,
  options,
  activeIndex,
  onPick,
  emptyText,
  note,
  minWidth = 320,
}: {
  readonly id: string;
  readonly anchor: HTMLElement;
  readonly options: readonly PickOption[];
  readonly activeIndex: number;
  readonly onPick: (index: number) => void;
  readonly emptyText?: string | undefined;
  /** Stands above the options, where it is seen without scrolling, and in the place of `emptyText`. */
  readonly note?: string | undefined;
  readonly minWidth?: number | undefined;
}) {
  const list = useRef<HTMLDivElement>(null);
  const place = usePlaceUnder(anchor, minWidth);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex, options]);

  return createPortal(
    // Pressing the mouse here must not take the cursor out of the field.
    <div
      ref={list}
      id={id}
      role="listbox"
      className="pick-list"
      style={place}
      onMouseDown={(event) => event.preventDefault()}
    >
      {note !== undefined && (
        <div className="pick-nothing soon" role="status">
          {note}
        </div>
      )}
      {options.map((option, index) => (
        <div key={option.key}>
          {option.group !== undefined && option.group !== options[index - 1]?.group && (
            <div className="group">{option.group}</div>
          )}
          <div
            role="option"
            id={`${id}-${index}`}
            className="pick-option"
            aria-selected={index === activeIndex}
            onClick={() => onPick(index)}
          >
            <span>{option.title}</span>
            {option.detail !== undefined && <span className="detail cut">{option.detail}</span>}
            {option.end !== undefined && <span className="end">{option.end}</span>}
          </div>
        </div>
      ))}
      {options.length === 0 && emptyText !== undefined && note === undefined && (
        <div className="pick-nothing">{emptyText}</div>
      )}
    </div>,
    document.body,
  );
}

function usePlaceUnder(anchor: HTMLElement, minWidth: number) {
  const [place, setPlace] = useState(() => placeUnder(anchor, minWidth));
  useLayoutEffect(() => {
    const follow = () => setPlace(placeUnder(anchor, minWidth));
    follow();
    addEventListener('resize', follow);
    addEventListener('scroll', follow, true);
    return () => {
      removeEventListener('resize', follow);
      removeEventListener('scroll', follow, true);
    };
  }, [anchor, minWidth]);
  return place;
}

function placeUnder(anchor: HTMLElement, minWidth: number) {
  const box = anchor.getBoundingClientRect();
  const width = Math.max(box.width, minWidth);
  const isLow = innerHeight - box.bottom < 240 && box.top > innerHeight - box.bottom;
  return {
    left: Math.max(8, Math.min(box.left, innerWidth - width - 8)),
    width,
    ...(isLow ? { bottom: innerHeight - box.top + 4 } : { top: box.bottom + 4 }),
  };
}
