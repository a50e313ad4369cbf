import { useEffect, useState, type ReactNode } from 'react';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { faultsOf, isOfReading, type Trouble } from '../../service/trouble.ts';
import { TroubleBanner } from '../trouble-banner.tsx';
import { focusField, moveOnEnter } from './field-order.ts';
import { FormContext, useFormPlace, type FormPlace } from './form-place.ts';

/** Fields that Enter leads through, Ctrl+S, and the banner that says why it was refused. */
export function PlainForm({
  trouble,
  onSave,
  place: given,
  enterSaves = false,
  children,
}: {
  readonly trouble: Trouble | null;
  /** Called once everything typed stands for something. */
  readonly onSave: () => void;
  /** For a form that is saved from elsewhere too. */
  readonly place?: FormPlace | undefined;
  /** Enter in the last field saves at once; otherwise it leads to the button. */
  readonly enterSaves?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const own = useFormPlace();
  const place = given ?? own;
  const { element } = place;
  const save = () => {
    if (place.isWhole()) onSave();
  };
  useShortcut('Ctrl+S', save, 'common.save', {
    applies: () => {
      const focused = document.activeElement?.closest('[data-form]');
      return !focused || focused === element.current;
    },
  });

  // A long sentence that stands at its field is not said twice.
  const [saidAtField, setSaidAtField] = useState<Trouble | null>(null);
  useEffect(() => {
    // The first fault in the order of the refusal gets the cursor.
    const form = element.current;
    const isShown = form && Object.keys(faultsOf(trouble)).some((name) => focusField(form, name));
    setSaidAtField(isShown && isOfReading(trouble) ? trouble : null);
  }, [trouble, element]);

  return (
    <div
      ref={element}
      className="form"
      data-form={enterSaves ? 'enter-saves' : ''}
      role="form"
      onKeyDownCapture={moveOnEnter}
    >
      <FormContext value={place}>
        {trouble !== saidAtField && <TroubleBanner trouble={trouble} />}
        {children}
      </FormContext>
    </div>
  );
}
