import { permissionWord } from '#shared/messages/role-words.ts';
import { useOpen } from '../../app/navigate.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { noneYetKinds } from './none-yet-kinds.ts';

/** Under a choice that has nothing to choose yet: names the place where it is made and leads there; the draft stays. */
export function NoneYet({ kind }: { readonly kind: keyof typeof noneYetKinds }) {
  const t = useText();
  const open = useOpen();
  const may = useMay();
  const { says, act, path, access } = noneYetKinds[kind];
  return (
    <span data-none-yet={kind}>
      {t(says)}{' '}
      {may(access) ? (
        <button type="button" className="link" onClick={() => open(path)}>
          {t(act)}
        </button>
      ) : (
        t('common.madeByWhoMay', { permission: permissionWord(access, t.language) })
      )}
    </span>
  );
}
