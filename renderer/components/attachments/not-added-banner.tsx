import { largestFileBytes } from '#shared/domain/files.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { sentenceOf } from '../trouble-banner.tsx';
import type { NotAdded } from './use-attach.ts';

/** Names each file that was not attached, and says what to do about it. */
export function NotAddedBanner({ notAdded }: { readonly notAdded: readonly NotAdded[] }) {
  const t = useText();
  if (notAdded.length === 0) return null;
  return (
    <div className="banner late not-added" role="alert">
      {notAdded.map((one, index) => (
        <span key={`${index}/${one.fileName}`}>{inWords(one, t)}</span>
      ))}
    </div>
  );
}

/** The sentences of these refusals name the file. */
const namingCodes: readonly string[] = ['FILE_NOT_ACCEPTED', 'PICTURE_FORMAT'];

function inWords({ fileName, because }: NotAdded, t: Text): string {
  if (because === 'empty') return t('attachments.isEmpty', { fileName });
  if (because === 'tooLarge')
    return t('attachments.isTooLarge', { fileName, megabytes: largestFileBytes / 1_000_000 });
  if (because.kind === 'refused' && namingCodes.includes(because.code)) return sentenceOf(because, t);
  return t('attachments.notAdded', { fileName, because: sentenceOf(because, t) });
}
