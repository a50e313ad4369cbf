import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Input } from 'antd';
import { withoutInvisible } from '#shared/domain/invisible.ts';
import { isComposing } from '../../app/keyboard/keys.ts';
import { useText } from '../../app/text.ts';
import type { MessageKey } from '../../app/text.ts';
import { fieldAttributes, useFieldPlace } from '../form/field-context.ts';
import { moveOn } from '../form/field-order.ts';
import { given } from '../given.ts';
import { PickList } from './pick-list.tsx';
import type { PickOption } from './pick-list.tsx';
import { useFound } from './use-found.ts';
import type { FoundAnswer } from './use-found.ts';

interface SearchPickProps<Item> {
  /** What is shown while nobody types: the name of the record picked, or ''. */
  readonly label: string;
  readonly search: (text: string, signal: AbortSignal) => Promise<FoundAnswer<Item>>;
  readonly option: (item: Item) => PickOption;
  /** The record picked; null when the field was emptied. */
  readonly onPick: (item: Item | null) => void;
  /** Offers to make a new record from the text typed. */
  readonly onCreate?: ((text: string) => void) | undefined;
  /** How that offer is worded, with `{text}` in it. */
  readonly createLabel?: MessageKey | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly width?: number | undefined;
}

/**
 * Picks a record: type a few characters, arrows, Enter. The cursor then goes on to the next field. In a form what was
 * typed and not picked stays until it is picked or emptied, and the form is not saved past it.
 */
export function SearchPick<Item>(props: SearchPickProps<Item>) {
  const { label, search, option, onPick, onCreate, createLabel = 'common.createNew', ...rest } = props;
  const { placeholder, disabled, autoFocus, width } = rest;
  const t = useText();
  const place = useFieldPlace();
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isListWanted, setIsListWanted] = useState(false);
  const [activeIndex, setActiveIndex] = useState(0);
  const [wantsFirst, setWantsFirst] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const text = (typed ?? '').trim();
  const found = useFound(text, search);
  const options = listed(found.items.map(option), text, onCreate ? t(createLabel, { text }) : undefined);
  const isAnswered = found.text === text;
  const isExpanded = text !== '' && isListWanted;
  const isOpen = isExpanded && (isAnswered || found.items.length > 0);
  const sentence = onCreate ? 'common.notPickedNorNew' : 'common.notPicked';
  const unsettled = text === '' ? undefined : t(sentence, { text });

  const forget = () => {
    place?.tellOwnFault(undefined);
    setTyped(null);
  };
  /** What is still not picked says so; outside of a form nothing is saved that could miss it, and it goes. */
  const keep = () => {
    setIsListWanted(false);
    if (unsettled === undefined || !place) setTyped(null);
    else place.tellOwnFault(unsettled);
  };
  const pick = (index: number) => {
    const item = found.items[index];
    if (item) onPick(item);
    else if (onCreate) onCreate(text);
    else return;
    forget();
    setGoesOn(document.activeElement === box.current?.querySelector('input'));
  };
  // Only once what was picked is drawn: it may have opened the next field.
  useEffect(() => {
    if (!goesOn) return;
    setGoesOn(false);
    const input = box.current?.querySelector('input');
    if (input) moveOn(input);
  }, [goesOn]);
  const latestPick = useRef(pick);
  useEffect(() => {
    latestPick.current = pick;
  });
  useEffect(() => {
    if (!wantsFirst || !isAnswered) return;
    setWantsFirst(false);
    if (found.items.length > 0) latestPick.current(0);
  }, [wantsFirst, isAnswered, found]);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      return forget();
    }
    if (text === '') return;
    if (!isListWanted && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
      event.preventDefault();
      return setIsListWanted(true);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setActiveIndex((activeIndex + step + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // Quicker than the answer (a scanner is): the first is picked when it comes, never one of an earlier text.
      if (isAnswered) pick(activeIndex);
      else setWantsFirst(true);
    }
  };

  return (
    <span ref={box} className="pick" style={width ? { width } : undefined}>
      <Input
        {...fieldAttributes(place, unsettled)}
        onInvalid={keep}
        {...(text === '' ? {} : { 'data-own-enter': '' })}
        {...given({ placeholder: placeholder ?? t('common.typeToFind'), disabled, autoFocus })}
        {...(place?.isFaulty ? { status: 'error' as const } : {})}
        role="combobox"
        aria-expanded={isExpanded}
        aria-controls={`${id}list`}
        aria-activedescendant={isOpen ? `${id}list-${activeIndex}` : undefined}
        spellCheck={false}
        allowClear={label !== ''}
        value={typed ?? label}
        onChange={(event) => {
          const next = withoutInvisible(event.target.value);
          place?.tellOwnFault(undefined);
          setActiveIndex(0);
          setWantsFirst(false);
          setIsListWanted(true);
          setTyped(next);
          if (next === '' && label !== '') {
            onPick(null);
            setTyped(null);
          }
        }}
        onFocus={(event) => event.target.select()}
        onBlur={keep}
        onKeyDown={press}
      />
      {isOpen && box.current && (
        <PickList
          id={`${id}list`}
          anchor={box.current}
          options={options}
          activeIndex={activeIndex}
          onPick={pick}
          emptyText={t('common.nothingFound')}
          note={found.isUnfinished ? t('common.searchUnfinished') : undefined}
        />
      )}
    </span>
  );
}

function listed(
  options: readonly PickOption[],
  text: string,
  createLabel: string | undefined,
): readonly PickOption[] {
  if (createLabel === undefined || text === '') return options;
  return [...options, { key: '+', title: createLabel }];
}
