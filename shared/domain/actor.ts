import type { Id } from './ids.ts';
import type { Permission } from '../nouns/index.ts';
import type { RoleCode } from './roles.ts';

export type Language = 'zh-CN' | 'en';

/** Who acts: a signed-in person, or the program itself (`personId` null) at first start and in nightly work. */
export interface Actor {
  readonly personId: Id<'person'> | null;
  readonly name: string;
  readonly roles: readonly RoleCode[];
  readonly permissions: ReadonlySet<Permission>;
}

/** The program acting by itself. */
export const theProgram: Actor = { personId: null, name: 'Shouhou Desk', roles: [], permissions: new Set() };
