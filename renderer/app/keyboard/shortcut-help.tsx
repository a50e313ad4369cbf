import { Fragment, useState, useSyncExternalStore } from 'react';
import { Modal } from 'antd';
import { useText } from '../text.ts';
import type { MessageKey } from '../text.ts';
import { writtenShortcut } from './keys.ts';
import { shortcuts } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';
import { useShortcut } from './use-shortcut.ts';

/** The panel that F1 or ? opens: every key that does something now. */
export function ShortcutHelp() {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const known = useSyncExternalStore(shortcuts.subscribe, shortcuts.list);
  useShortcut('F1', () => setIsOpen(!isOpen), 'shell.keyHelp', { scope: 'everywhere' });
  useShortcut('?', () => setIsOpen(!isOpen), 'shell.keyHelp', { scope: 'everywhere' });

  return (
    <Modal
      open={isOpen}
      title={t('shell.keyHelp')}
      footer={null}
      onCancel={() => setIsOpen(false)}
      width={420}
    >
      <div className="help-keys">
        <KeyList title="shell.keysHere" shortcuts={known.filter(({ scope }) => scope === 'here')} />
        <KeyList
          title="shell.keysEverywhere"
          shortcuts={known.filter(({ scope }) => scope === 'everywhere')}
        />
        <kbd>↵</kbd>
        <span>{t('shell.keyNextField')}</span>
        <kbd>Alt ↵</kbd>
        <span>{t('shell.keyLineBreak')}</span>
      </div>
    </Modal>
  );
}

function KeyList({
  title,
  shortcuts: listed,
}: {
  readonly title: MessageKey;
  readonly shortcuts: readonly Shortcut[];
}) {
  const t = useText();
  const byLabel = Map.groupBy(listed, ({ label }) => label);
  if (byLabel.size === 0) return null;
  return (
    <>
      <h2>{t(title)}</h2>
      {[...byLabel].map(([label, same]) => (
        <Fragment key={label}>
          <span className="keys">
            {[...new Set(same.map(({ keys }) => keys))].map((keys) => (
              <kbd key={keys}>{writtenShortcut(keys)}</kbd>
            ))}
          </span>
          <span>{t(label)}</span>
        </Fragment>
      ))}
    </>
  );
}
