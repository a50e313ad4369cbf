import { actOf, type ActOf, type DocumentKind } from '#shared/nouns/index.ts';
import { useMay } from './session.ts';

/**
 * Tells which acts of its card the person may do upon a record in a state: by permission and by state, as the host guards
 * them. What hangs on further facts is the host's own verdict, or its refusal.
 */
export function useMayAct<Kind extends DocumentKind>(
  kind: Kind,
): (act: ActOf<Kind>, state: string) => boolean {
  const may = useMay();
  return (act, state) => {
    const { from, may: permission } = actOf(kind, act);
    return may(permission) && from.includes(state);
  };
}
