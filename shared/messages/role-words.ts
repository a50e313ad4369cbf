import type { Language } from '../domain/actor.ts';
import { isPresetRole, type RoleCode } from '../domain/roles.ts';
import { translateAny } from './translate.ts';

/** The name of a role: the one that the firm gave it, else the one of the preset. */
export function roleWord(
  { code, name }: { readonly code: RoleCode; readonly name: string },
  language: Language,
): string {
  return name || (translateAny(language, `states.role_${code}`) ?? code);
}

/** The names that the program has for a role of the preset, in all its languages. */
export function roleWords(code: RoleCode): readonly string[] {
  if (!isPresetRole(code)) return [];
  return (['zh-CN', 'en'] as const).map((language) => roleWord({ code, name: '' }, language));
}

/** What a permission allows, in words. */
export function permissionWord(permission: string, language: Language): string {
  return translateAny(language, `states.${permissionKey(permission)}`) ?? permission;
}

/** What the permissions of a group are about, in words. */
export function permissionGroupWord(group: string, language: Language): string {
  return translateAny(language, `states.permissionGroup_${group}`) ?? group;
}

/** The name of the sentence for a permission, without the dot that would end the name of a book. */
export function permissionKey(permission: string): string {
  return `permission_${permission.replace('.', '_')}`;
}
