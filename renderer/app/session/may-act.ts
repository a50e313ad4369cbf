import { actOf, beginsFrom, type ActOf, type DocumentKind } from '#shared/nouns/index.ts';
import { mayWith, usePerson, type Person } from './session.ts';

/**
 * Tells which acts of its card the person may do upon a record in a state: by permission and by state, as the host guards
 * them. What hangs on further facts is the host's own verdict, or its refusal.
 */
export function useMayAct<Kind extends DocumentKind>(
  kind: Kind,
): (act: ActOf<Kind>, state: string) => boolean {
  const { permissions } = usePerson();
  return (act, state) => mayActWith(permissions, kind, act, state);
}

/** Whether these permissions allow an act of the card upon a record in a state. */
export function mayActWith<Kind extends DocumentKind>(
  permissions: Person['permissions'],
  kind: Kind,
  act: ActOf<Kind>,
  state: string,
): boolean {
  return mayWith(permissions, actOf(kind, act).may) && beginsFrom(kind, act, state);
}
