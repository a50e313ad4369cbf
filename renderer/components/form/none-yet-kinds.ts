import type { Access } from '#shared/domain/permissions.ts';
import type { MessageKey } from '../../app/text.ts';

/** What a choice may lack: where it is made, and who may. */
export const noneYetKinds = {
  model: {
    says: 'common.noModelYet',
    act: 'common.makeModel',
    path: '/customers/models/new',
    access: 'units.edit',
  },
  holder: {
    says: 'common.noHolderYet',
    act: 'common.makeHolder',
    path: '/stock/accounts/new',
    access: 'stock.accounts',
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly says: MessageKey; readonly act: MessageKey; readonly path: string; readonly access: Access }
  >
>;
