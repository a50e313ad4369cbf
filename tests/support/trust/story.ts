import { present } from '#shared/domain/assert.ts';
import type { ServiceClient } from '#shared/contract/index.ts';
import { plainPart, plainReceipt } from '#tests/support/plain-records.ts';
import type { ShopPerson } from './shop.ts';
import { playCaseStory } from './story-case.ts';

/** Does one act of a story as somebody and gives its answer; what is done to the act meanwhile is the player's business. */
export type Play = <Result>(
  name: string,
  who: ShopPerson,
  call: (client: ServiceClient, operationId: string) => Promise<Result>,
) => Promise<Result>;

/** What an act of a story looks up on the way; nothing is done to questions. */
export type Ask = <Result>(
  who: ShopPerson,
  question: (client: ServiceClient) => Promise<Result>,
) => Promise<Result>;

/** What the acts of a story need to know of the books they are played on. */
export interface Stage {
  readonly play: Play;
  readonly ask: Ask;
  /** A word that sets the records of this story apart from those of another on the same books. */
  readonly mark: string;
  readonly day: string;
  readonly now: number;
}

/** What the storeroom holds after the first half. */
export interface Storeroom {
  readonly partId: string;
  readonly substituteId: string;
  readonly binId: string;
}

/** Most acts of the office in their order, from the first part in the catalogue to the filed report. */
export async function playStory(stage: Stage): Promise<void> {
  await playOfficeStory(stage);
  const storeroom = await playStoreroomStory(stage);
  await playCaseStory(stage, storeroom);
}

async function playOfficeStory({ play, ask, mark, day }: Stage): Promise<void> {
  const person = { signInName: `new-${mark}`, name: '新来的', roles: ['clerk' as const], active: true };
  const made = await play('people.create', 'admin', (client, operationId) =>
    client.people.create({ operationId, ...person, password: 'long enough' }),
  );
  await play('people.edit', 'admin', (client, operationId) =>
    client.people.edit({ operationId, ...made, ...person, name: '改名' }),
  );
  const deputy = await play('people.nameDeputy', 'leader', (client, operationId) =>
    client.people.nameDeputy({ operationId, deputyId: made.id, fromDay: day, untilDay: day }),
  );
  await play('people.endDeputy', 'leader', (client, operationId) =>
    client.people.endDeputy({ operationId, ...deputy }),
  );
  const limits = await ask('admin', (client) => client.settings.limits());
  await play('settings.saveLimits', 'admin', (client, operationId) =>
    client.settings.saveLimits({ operationId, ...limits }),
  );
}

/** Places, parts, and every way a receipt can go; in the end forty pieces of one part lie in a bin. */
async function playStoreroomStory({ play, mark, day }: Stage): Promise<Storeroom> {
  const house = await play('stock.saveWarehouse', 'warehouse', (client, operationId) =>
    client.stock.saveWarehouse({
      operationId,
      id: null,
      version: 0,
      code: `W-${mark}`,
      name: '总库',
      active: true,
    }),
  );
  const bin = { code: `A-${mark}`, name: 'A-01', warehouseId: house.id, active: true };
  const account = await play('stock.createAccount', 'warehouse', (client, operationId) =>
    client.stock.createAccount({ operationId, ...bin, kind: 'bin', personId: null }),
  );
  await play('stock.editAccount', 'warehouse', (client, operationId) =>
    client.stock.editAccount({ operationId, ...account, ...bin, name: 'A-01 左' }),
  );
  const fields = { ...plainPart, number: `1307010-${mark}` };
  const part = await play('parts.create', 'warehouse', (client, operationId) =>
    client.parts.create({ operationId, ...fields }),
  );
  const edited = await play('parts.edit', 'warehouse', (client, operationId) =>
    client.parts.edit({ operationId, ...part, ...fields, name: '水泵总成 𠮷' }),
  );
  const substitute = await play('parts.create again', 'warehouse', (client, operationId) =>
    client.parts.create({ operationId, ...fields, number: `1307010-${mark}-B` }),
  );
  await play('parts.setSubstitutes', 'warehouse', (client, operationId) =>
    client.parts.setSubstitutes({
      operationId,
      id: part.id,
      version: edited.version,
      substituteIds: [substitute.id],
    }),
  );
  const lines = [{ partId: part.id, accountId: account.id, quantity: 40_000, unitPriceFen: 86_000 }];
  const receipt = { ...plainReceipt, day, lines };
  const receive = async () => {
    const draft = await play('stock.draftReceipt', 'warehouse', (client, operationId) =>
      client.stock.draftReceipt({ operationId, ...receipt, lines: [] }),
    );
    return play('stock.editReceipt', 'warehouse', (client, operationId) =>
      client.stock.editReceipt({ operationId, id: draft.id, version: draft.version, ...receipt }),
    );
  };
  const post = async ({ id, version }: { readonly id: string; readonly version: number }) =>
    play('stock.postReceipt', 'warehouse', (client, operationId) =>
      client.stock.postReceipt({ operationId, id, version }),
    );
  const mistaken = await post(await receive());
  await play('stock.reverseReceipt', 'warehouse', (client, operationId) => {
    const { id, version } = mistaken;
    return client.stock.reverseReceipt({ operationId, id, version, reason: '录错', writeAnew: true });
  });
  const needless = await receive();
  await play('stock.voidReceipt', 'warehouse', (client, operationId) =>
    client.stock.voidReceipt({ operationId, id: needless.id, version: needless.version, reason: '重复' }),
  );
  await post(await receive());
  return { partId: present(lines[0], 'the line').partId, substituteId: substitute.id, binId: account.id };
}
