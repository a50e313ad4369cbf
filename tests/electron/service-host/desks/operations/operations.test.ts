import { expect, test } from 'vitest';
import { z } from 'zod';
import * as field from '#shared/contract/fields.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { newId } from '#shared/domain/ids.ts';
import { comparableInput, secretPathsOf } from '#host/desks/operations/operations.input.service.ts';
import { onceOnly, rememberedMs } from '#host/desks/operations/operations.service.ts';
import { operations } from '#host/schema/operations.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';

const pin = () => field.secret(z.string());
const schema = z.strictObject({
  name: z.string(),
  admin: z.strictObject({ password: field.secret(z.string().min(3)) }).optional(),
  pin: pin().nullable().optional(),
  people: z.array(z.strictObject({ name: z.string(), pin: pin() })).optional(),
  by: z.record(z.string(), pin()).optional(),
  either: z
    .union([
      z.strictObject({ kind: z.literal('one'), pin: pin() }),
      z.strictObject({ kind: z.literal('two') }),
    ])
    .optional(),
});

test('secrets are found wherever they stand in an input', () => {
  expect([...secretPathsOf(schema)].toSorted()).toEqual([
    'admin.password',
    'by.*',
    'either.pin',
    'people.*.pin',
    'pin',
  ]);
});

test('nothing of a secret is in what is compared, and another secret is another input', async () => {
  const input = {
    name: 'open',
    admin: { password: 'S-1' },
    pin: 'S-2',
    people: [{ name: 'a', pin: 'S-3' }],
    by: { x: 'S-4' },
    either: { kind: 'one', pin: 'S-5' },
  };
  const text = async (given: object) => canonicalJson(await comparableInput(schema, given));
  expect(await text(input)).toContain('"name":"open"');
  expect(await text(input)).not.toMatch(/"S-\d"/);
  expect(await text({ ...input })).toBe(await text(input));
  for (const other of [
    { ...input, admin: { password: 'S-9' } },
    { ...input, pin: 'S-9' },
    { ...input, pin: null },
    { ...input, people: [{ name: 'a', pin: 'S-9' }] },
    { ...input, by: { x: 'S-9' } },
    { ...input, either: { kind: 'one', pin: 'S-9' } },
  ])
    expect(await text(other)).not.toBe(await text(input));
});

test('a file is compared by its content', async () => {
  const withFile = async (content: string, name = 'a.pdf') =>
    canonicalJson(
      await comparableInput(undefined, { file: new File([content], name, { type: 'application/pdf' }) }),
    );
  expect(await withFile('one')).toBe(await withFile('one'));
  expect(await withFile('two')).not.toBe(await withFile('one'));
  expect(await withFile('one', 'b.pdf')).not.toBe(await withFile('one'));
});

onBothEngines('an operation', (books) => {
  const doOnce = (id: string, work: () => string) =>
    books().write((tx) => onceOnly(tx, { id, procedure: 'test.act', input: {} }, async () => work()));

  test('is forgotten after its time, the oldest first and a few at once', async () => {
    const ids = Array.from({ length: 9 }, () => newId());
    for (const id of ids) await doOnce(id, () => 'first');
    books().pass(rememberedMs);
    expect(await doOnce(ids[0] ?? '', () => 'second')).toBe('first');
    books().pass(1);
    const left = async () => books().read((tx) => tx.db.$count(operations));
    const counts: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await doOnce(newId(), () => 'new');
      counts.push(await left());
    }
    expect(counts).toEqual([6, 3, 3, 4]);
  });
});
