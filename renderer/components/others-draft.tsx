import { useText } from '../app/text.ts';
import type { Acts } from './acts/use-acts.ts';
import { KeyButton } from './key-button.tsx';

/** Says whose draft it is; whoever goes on with it in their place takes it over first. */
export function OthersDraft<Act extends string>({
  owner,
  acts,
}: {
  readonly owner: string;
  readonly acts: Acts<Act>;
}) {
  const t = useText();
  const takeOver = acts.offered.find(({ act }) => act === 'takeOver');
  if (!takeOver) return null;
  return (
    <div className="banner" data-testid="others-draft">
      <span className="grow">{t('common.othersDraft', { owner })}</span>
      <KeyButton
        label="common.takeOver"
        keys="F6"
        pending={acts.pending === takeOver.act}
        onPress={() => acts.press(takeOver)}
      />
    </div>
  );
}
