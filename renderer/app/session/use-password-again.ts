import { useState } from 'react';
import { focusField } from '../../components/form/field-order.ts';
import type { FormPlace } from '../../components/form/form-place.ts';
import { useText } from '../text.ts';

/**
 * A password typed a second time, in the field `again` of a form: says that it differs as soon as it does, and once the
 * form is to be saved also that it is missing.
 */
export function usePasswordAgain(password: string, { element }: FormPlace) {
  const t = useText();
  const [again, setAgain] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isSame = again === password;
  return {
    again,
    setAgain,
    fault: !isSame && (again !== '' || isAsked) ? t('session.passwordsDiffer') : undefined,
    /** Whether both are the same; otherwise the cursor goes to the second. */
    confirm: (): boolean => {
      setIsAsked(!isSame);
      if (!isSame && element.current) focusField(element.current, 'again');
      return isSame;
    },
  };
}
