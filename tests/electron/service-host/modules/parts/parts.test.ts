import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partsContract } from '#shared/contract/parts.contract.ts';
import { codeKey, laterKey } from '#shared/domain/code-key.ts';
import { newId } from '#shared/domain/ids.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { onceOnly } from '#host/desks/operations/operations.service.ts';
import { listParts, partDetail } from '#host/modules/parts/parts.queries.ts';
import { createPart, editPart, setSubstitutes } from '#host/modules/parts/parts.service.ts';
import { parts } from '#host/schema/parts.tables.ts';
import { onBothEngines, type Books } from '#tests/support/books.ts';
import { plainPart } from '#tests/support/plain-records.ts';
import { addPart, unique } from '../stock/storeroom.ts';

const byNumber = { sort: { by: 'number', descending: false }, limit: 100 } as const;

onBothEngines('the catalogue', (books) => {
  const list = (filter: Parameters<typeof listParts>[1]['filter']) =>
    books().read((tx) => listParts(tx, { ...byNumber, filter }));
  const detail = (id: string) => books().read((tx) => partDetail(tx, { id }));

  test('what was written comes back as it is, in rare characters, quotes and markup, with its audit row', async () => {
    const fields = {
      ...plainPart,
      number: unique('1307010'),
      name: '𠮷䶮㛃 “水泵” <script>alert(1)</script>',
      specification: `O'Brien "½" 😀`,
      barcode: unique('69'),
      minimumQuantity: 3000,
      maximumQuantity: 12_500,
    };
    const { id } = await books().write((tx) => createPart(tx, fields), books().actors.warehouse);
    expect(await detail(id)).toMatchObject({
      ...fields,
      id,
      version: 1,
      onHandQuantity: 0,
      accounts: [],
      substitutes: [],
    });
    expect(await auditRows(books(), id)).toMatchObject([
      { act: 'parts.create', before: null, after: { name: fields.name } },
    ]);
    expect(
      partsContract.get['~orpc'].outputSchema?.['~standard'].validate(await detail(id)),
    ).not.toHaveProperty('issues');
  });

  test('a number or barcode belongs to one part, however it is written', async () => {
    const [number, barcode] = [unique('ZT'), unique('69')];
    const id = await addPart(books(), { number, barcode, name: '制动片' });
    const holder = `${number} 制动片`;
    const alike = [number.toLowerCase(), number.replace('-', ' - '), `Ｚ${number.slice(1)}`, barcode];
    for (const value of alike)
      await expect(addPart(books(), { number: value })).rejects.toMatchObject({
        code: 'CODE_TAKEN',
        facts: { field: 'number', value, holder },
      });
    for (const value of [barcode, barcode.toLowerCase(), number.toLowerCase()])
      await expect(addPart(books(), { barcode: value })).rejects.toMatchObject({
        code: 'CODE_TAKEN',
        facts: { field: 'barcode', value, holder },
      });
    // Its own number may be its barcode, and its number may be written otherwise.
    await books().write((tx) =>
      editPart(tx, {
        ...plainPart,
        number: number.toLowerCase(),
        barcode: number,
        id,
        version: 1,
      }),
    );
    await addPart(books(), { number: number.replace('-', '.') });
    const legacy = { number: number.replace('-', ' - '), numberKey: `${laterKey(codeKey(number))}` };
    const alsoThere = await addPart(books());
    await books().write((tx) => tx.db.update(parts).set(legacy).where(eq(parts.id, alsoThere)));
    const kept = { ...plainPart, number: legacy.number, id: alsoThere, version: 1 };
    const saved = await books().write((tx) => editPart(tx, kept));
    for (const wanted of [number, number.toLowerCase()])
      await expect(
        books().write((tx) => editPart(tx, { ...kept, ...saved, number: wanted })),
      ).rejects.toMatchObject({ code: 'CODE_TAKEN', facts: { field: 'number' } });
    await expect(
      books().write((tx) => editPart(tx, { ...plainPart, number: legacy.number, id, version: 2 })),
    ).rejects.toMatchObject({
      code: 'CODE_TAKEN',
      facts: { holder: expect.stringContaining(legacy.number) },
    });
    await addPart(books());
    await addPart(books());
  });

  test('a number is used once', async () => {
    const number = unique('P');
    await addPart(books(), { number });
    const other = await addPart(books());
    const holder = `${number} ${plainPart.name}`;
    const taken = { code: 'CODE_TAKEN', facts: { field: 'number', value: number, holder } };
    await expect(addPart(books(), { number })).rejects.toMatchObject(taken);
    await expect(
      books().write((tx) => editPart(tx, { ...plainPart, number, id: other, version: 1 })),
    ).rejects.toMatchObject(taken);
    await expect(addPart(books(), { minimumQuantity: 2000, maximumQuantity: 1000 })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('an edit names the version it saw, keeps what was before, and is found by its new words alone', async () => {
    const number = unique('E');
    const word = unique('老泵');
    const id = await addPart(books(), { number, name: word });
    const edit = { ...plainPart, number, name: unique('新泵'), id, version: 1 };
    expect(await books().write((tx) => editPart(tx, edit))).toEqual({ id, version: 2 });
    await expect(books().write((tx) => editPart(tx, edit))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'clerk' },
    });
    await expect(
      books().write((tx) => editPart(tx, { ...edit, id: newId(), number: unique('X') })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await auditRows(books(), id)).at(-1)).toMatchObject({
      act: 'parts.edit',
      before: { name: word },
      after: { name: edit.name },
    });
    expect((await list({ text: word })).rows).toEqual([]);
    expect((await list({ text: edit.name })).rows).toHaveLength(1);
  });

  test('substitutes keep their order, and are refused where they make no sense', async () => {
    const [id, first, second] = [await addPart(books()), await addPart(books()), await addPart(books())];
    const set = async (substituteIds: string[], version?: number) => {
      const seen = version ?? (await detail(id)).version;
      return books().write((tx) => setSubstitutes(tx, { id, version: seen, substituteIds }));
    };
    await set([second, first]);
    expect((await detail(id)).substitutes.map((one) => one.partId)).toEqual([second, first]);
    await set([first]);
    expect((await detail(id)).substitutes.map((one) => one.partId)).toEqual([first]);
    expect((await auditRows(books(), id)).at(-1)).toMatchObject({
      before: { substituteIds: [second, first] },
      after: { substituteIds: [first] },
    });
    await expect(set([], 1)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE', facts: { id } });
    await expect(set([id])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(set([newId()])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('pressing twice adds one part', async () => {
    const operation = { id: newId(), procedure: 'parts.create', input: { number: unique('T') } };
    const once = () =>
      books().write(
        (tx) =>
          onceOnly(tx, operation, () => createPart(tx, { ...plainPart, number: operation.input.number })),
        books().actors.warehouse,
      );
    expect(await once()).toEqual(await once());
  });
});

test.each([
  [{ number: '' }, 'number'],
  [{ name: ' ' }, 'name'],
  [{ number: 'x'.repeat(41) }, 'number'],
  [{ name: '两\n行' }, 'name'],
  [{ name: 'a\u0000b' }, 'name'],
  [{ minimumQuantity: -1 }, 'minimumQuantity'],
  [{ minimumQuantity: 0.5 }, 'minimumQuantity'],
  [{ priceFen: Number.NaN }, 'priceFen'],
  [{ priceFen: 10_000_000_001 }, 'priceFen'],
  [{ oldPartRule: 'perhaps' }, 'oldPartRule'],
  [{ active: 'yes' }, 'active'],
])('bad input %j is refused at its field', async (wrong, field) => {
  const schema = partsContract.create['~orpc'].inputSchema!['~standard'];
  const good = { operationId: newId(), ...plainPart, number: 'P1' };
  expect(await schema.validate(good)).not.toHaveProperty('issues');
  const { issues } = await schema.validate({ ...good, ...wrong });
  expect(issues?.map((issue) => issue.path?.[0])).toEqual([field]);
});

function auditRows(books: Books, subjectId: string) {
  return books.read((tx) =>
    tx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectKind, 'part'), eq(auditEntries.subjectId, subjectId)))
      .orderBy(auditEntries.sequence),
  );
}
