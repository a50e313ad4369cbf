import { useText } from '../app/text.ts';
import type { Trouble } from '../service/trouble.ts';
import { KeyButton } from './key-button.tsx';
import { TroubleBanner } from './trouble-banner.tsx';

/** Says whose draft it is; whoever goes on with it in their place takes it over first. */
export function OthersDraft({
  owner,
  pending,
  trouble,
  onTakeOver,
}: {
  readonly owner: string;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
  readonly onTakeOver: () => void;
}) {
  const t = useText();
  return (
    <>
      <TroubleBanner trouble={trouble} />
      <div className="banner" data-testid="others-draft">
        <span className="grow">{t('common.othersDraft', { owner })}</span>
        <KeyButton label="common.takeOver" keys="F6" pending={pending} onPress={onTakeOver} />
      </div>
    </>
  );
}
