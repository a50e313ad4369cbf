import { Progress } from 'antd';
import { useText } from '../app/text.ts';
import type { FollowedWork } from '../service/use-work.ts';
import { formatCount } from './inputs/parse-count.ts';
import { KeyButton } from './key-button.tsx';
import { TroubleBanner } from './trouble-banner.tsx';

/** How far a piece of long work is, and the way to stop it; nothing once it has ended. */
export function WorkProgress({ work }: { readonly work: FollowedWork }) {
  const t = useText();
  const { state, trouble, cancel } = work;
  if (trouble) return <TroubleBanner trouble={trouble} />;
  if (state?.state !== 'running') return null;
  const { done, total } = state;
  return (
    <div className="row" role="status">
      <div className="grow">
        <Progress percent={total ? Math.floor((done / total) * 100) : 0} size="small" />
      </div>
      <span className="mut sm num">
        {formatCount(done)}
        {total !== null && ` / ${formatCount(total)}`}
      </span>
      <KeyButton onPress={cancel}>{t('common.cancel')}</KeyButton>
    </div>
  );
}
