import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { faultsOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import { TroubleBanner } from '../trouble-banner.tsx';
import { focusField, moveOnEnter } from './field-order.ts';

/** Fields that Enter leads through, Ctrl+S, and the banner that says why it was refused. */
export function PlainForm({
  trouble,
  onSave,
  enterSaves = false,
  children,
}: {
  readonly trouble: Trouble | null;
  readonly onSave: () => void;
  /** Enter in the last field saves at once; otherwise it leads to the button. */
  readonly enterSaves?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  useShortcut('Ctrl+S', onSave, 'common.save', {
    applies: () => {
      const focused = document.activeElement?.closest('[data-form]');
      return !focused || focused === place.current;
    },
  });

  useEffect(() => {
    // The first fault in the order of the refusal gets the cursor.
    const form = place.current;
    if (form) Object.keys(faultsOf(trouble)).some((name) => focusField(form, name));
  }, [trouble]);

  return (
    <div
      ref={place}
      className="form"
      data-form={enterSaves ? 'enter-saves' : ''}
      role="form"
      onKeyDownCapture={moveOnEnter}
    >
      <TroubleBanner trouble={trouble} />
      {children}
    </div>
  );
}
