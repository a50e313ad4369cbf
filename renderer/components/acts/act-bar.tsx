import { KeyButton } from '../key-button.tsx';
import type { OfferedAct } from './offered-acts.ts';
import type { Acts } from './use-acts.ts';

/** The buttons of the acts that can be done now; `only` names some of them, where others stand between. */
export function ActBar<Act extends string>({
  acts,
  only,
}: {
  readonly acts: Acts<Act>;
  readonly only?: readonly NoInfer<Act>[] | undefined;
}) {
  return acts.offered
    .filter(({ act }) => only === undefined || only.includes(act))
    .map((one) => <ActButton key={one.act} acts={acts} one={one} />);
}

function ActButton<Act extends string>({
  acts,
  one,
}: {
  readonly acts: Acts<Act>;
  readonly one: OfferedAct<Act>;
}) {
  const { act, how, label, keys, primary, isUnderWay = false, disabled = false } = one;
  // While something is asked, the buttons of its form are the ones to press.
  const waits = acts.pending !== undefined || acts.chosen !== undefined;
  return (
    <KeyButton
      label={label}
      keys={keys}
      primary={primary}
      chosen={isUnderWay || acts.chosen?.act === act || undefined}
      pending={acts.pending === act}
      disabled={disabled || (how === 'atOnce' && waits && acts.pending !== act)}
      onPress={() => acts.press(one)}
    />
  );
}
