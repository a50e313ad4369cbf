import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { InputRef } from 'antd';
import { PickList } from '../components/inputs/pick-list.tsx';
import { useFound } from '../components/inputs/use-found.ts';
import { useService } from '../service/service-context.tsx';
import { focusKeeper } from './keyboard/focus-keeper.ts';
import { isComposing } from './keyboard/keys.ts';
import { useShortcut } from './keyboard/use-shortcut.ts';
import { useOpen } from './navigate.ts';
import { matchingTargets, targetsOfHits, useTargets } from './search-targets.ts';
import { useMay } from './session/session.ts';
import { useText } from './text.ts';

const mostHits = 50;

/** The one search field: every record by anything known of it, and every place and act by its name. */
export function SearchField() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  // By its key: an answer that comes while somebody goes down the list must not put another target under the cursor.
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [wantsFirst, setWantsFirst] = useState(false);
  const text = typed.trim();

  const found = useFound(text, (wanted, signal) =>
    service.search.all.call({ text: wanted, limit: mostHits }, { signal }),
  );
  const commands = matchingTargets(useTargets(), text);
  const targets = [...targetsOfHits(found.items, t), ...commands];
  const activeIndex = Math.max(
    0,
    targets.findIndex(({ key }) => key === activeKey),
  );
  const isAnswered = found.text === text;

  const focus = () => input.current?.focus({ cursor: 'all' });
  useShortcut('F3', focus, 'shell.keySearch', { scope: 'everywhere' });
  useShortcut('Ctrl+K', focus, 'shell.keySearch', { scope: 'everywhere' });

  const leave = () => {
    setIsOpen(false);
    setTyped('');
    focusKeeper.rest(document);
  };
  const go = (index: number) => {
    const target = targets[index];
    if (!target) return;
    leave();
    open(target.path);
  };
  const latestGo = useRef(go);
  useEffect(() => {
    latestGo.current = go;
  });
  useEffect(() => {
    if (!wantsFirst || !isAnswered) return;
    setWantsFirst(false);
    latestGo.current(0);
  }, [wantsFirst, isAnswered]);
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && targets.length > 0) {
      event.preventDefault();
      setActiveKey(targets[(activeIndex + step + targets.length) % targets.length]?.key ?? null);
    } else if (event.key === 'Enter') {
      // Quicker than the answer: the first is opened when it comes, never one of an earlier text.
      if (isAnswered || activeKey !== null) go(activeIndex);
      else setWantsFirst(text !== '');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    }
  };

  return (
    <div ref={box} className="search-everything" role="search">
      <Input
        ref={input}
        prefix={<SearchOutlined className="mut" />}
        suffix={<kbd>F3</kbd>}
        placeholder={t('shell.searchEverything')}
        aria-label={t('shell.searchEverything')}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}list`}
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActiveKey(null);
          setWantsFirst(false);
          setIsOpen(true);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={press}
      />
      {isOpen && box.current && (targets.length > 0 || found.text !== '') && (
        <PickList
          id={`${id}list`}
          anchor={box.current}
          options={targets}
          activeIndex={activeIndex}
          onPick={go}
          emptyText={t(may('contacts.record') ? 'shell.searchNothing' : 'shell.searchNothingThere')}
          note={found.isUnfinished ? t('common.searchUnfinished') : undefined}
        />
      )}
    </div>
  );
}
