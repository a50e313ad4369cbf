import { isPresetRole } from '#shared/domain/roles.ts';
import { roleWord } from '#shared/messages/role-words.ts';
import type { Permission } from '#shared/nouns/index.ts';
import type { Service } from '../../service/service-context.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { useText } from '../text.ts';
import { usePerson } from './session.ts';

/** A role of the firm, with everything that its holders may do. */
export type RoleRow = Awaited<ReturnType<Service['people']['listRoles']['call']>>[number];

/** The roles of the firm, asked anew when one of them changes. */
export function useRoles() {
  return useAsk(useService().people.listRoles, undefined, { shows: ['role'] });
}

/** Gives the name of a role in the language of the window; empty while the roles of the firm are not known yet. */
export function useRoleName(): (code: string) => string {
  const { language } = useText();
  const { data: rows } = useRoles();
  return (code) => {
    const name = rows?.find((row) => row.code === code)?.name ?? '';
    return name === '' && !isPresetRole(code) ? '' : roleWord({ code, name }, language);
  };
}

/** Tells what the person may do by roles of their own; what is lent to a deputy is not among it. */
export function useOwnRight(): (permission: Permission) => boolean {
  const held = usePerson().roles;
  const { data: rows = [] } = useRoles();
  const own = rows.filter(({ code, active }) => active && held.includes(code));
  return (permission) => own.some(({ permissions }) => permissions.includes(permission));
}
