import type { BlankRows } from '../../app/drafts/fitting.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../key-button.tsx';

/** One thing that was typed, as a person reads it. */
export interface TypedWords {
  readonly label: string;
  readonly text: string;
}

/**
 * What the person had typed into the draft of a record when somebody else ended it: nothing typed goes without a word. It
 * can be read and copied until it is thrown away.
 */
export function LeftTyping<Value extends object>({
  draftName,
  blankRows,
  saved,
  number,
  state,
  wordsOf,
}: {
  readonly draftName: string;
  readonly blankRows: BlankRows<Value>;
  /** The record as it was saved. */
  readonly saved: Value;
  readonly number: string;
  /** Where the record stands now, in words. */
  readonly state: string;
  readonly wordsOf: (value: Value) => readonly TypedWords[];
}) {
  const t = useText();
  const draft = useDraft(draftName, saved, undefined, blankRows);
  if (!draft.isChanged) return null;
  const kept = wordsOf(saved);
  const typed = wordsOf(draft.value).filter(
    ({ label, text }) => text !== '' && !kept.some((one) => one.label === label && one.text === text),
  );
  if (typed.length === 0) return null;
  return (
    <div className="two-versions left-typing" role="alert" data-testid="left-typing">
      <b className="soon">{t('common.leftTyping', { number, state })}</b>
      <table className="lines">
        <tbody>
          {typed.map(({ label, text }) => (
            <tr key={label}>
              <td className="mut">{label}</td>
              <td className="wrap">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <KeyButton label="common.leftTypingDiscard" onPress={draft.discard} />
      </div>
    </div>
  );
}
