import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { startTestHost, type TestHost, wires } from '#tests/support/host.ts';
import { samples } from './files.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

test.each(wires.filter((wire) => wire !== 'api'))(
  'a file goes out and comes back whole over %s, with a name that is only a name',
  async (wire) => {
    const client = host.client(wire, await host.signIn('clerk'));
    const name = `..\\旧泵 𠮷 ${wire}"; filename="b.exe`;
    const input = {
      operationId: newId<'operation'>(),
      subjectKind: 'setting',
      subjectId: 'firm',
      purpose: 'photo',
    } as const;
    const { id } = await client.attachments.add({
      ...input,
      file: new File([samples['image/png']], name, { type: 'text/html' }),
    });
    const file = await client.attachments.content({ id });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(samples['image/png']);
    expect(file.type).toBe('image/png');
    expect(file.name).toBe(`旧泵 𠮷 ${wire}_; filename=_b.exe.png`);
    const list = await client.attachments.list({ subjectKind: 'setting', subjectId: 'firm' });
    expect(list.map((row) => row.fileName)).toContain(file.name);
  },
);

test('a large file is taken up to the bound of the contract, and refused beyond it', async () => {
  const client = host.client('http', await host.signIn('clerk'));
  const add = (size: number) => {
    const content = new Uint8Array(size);
    content.set(samples['image/png']);
    const input = {
      operationId: newId<'operation'>(),
      subjectKind: 'setting',
      subjectId: 'firm',
      purpose: 'photo',
    } as const;
    return client.attachments.add({ ...input, file: new File([content], 'large.png') });
  };
  await expect(add(20_000_000)).resolves.toHaveProperty('id');
  await expect(add(20_000_001)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('a refused attachment leaves nothing on the disk, and takes nothing from one that was accepted', async () => {
  const client = host.client('http', await host.signIn('clerk'));
  const contents = () =>
    readdirSync(join(host.dataFolder, 'attachments'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  const add = (subjectId: string, text: string) =>
    client.attachments.add({
      operationId: newId<'operation'>(),
      subjectKind: 'setting',
      subjectId,
      purpose: 'other',
      file: new File([`%PDF-1.4 ${text}`], 'a.pdf'),
    });
  await add('firm', 'accepted');
  const before = contents();
  const nowhere = { code: 'NOT_FOUND' };
  await expect(add('nothing', 'refused')).rejects.toMatchObject(nowhere);
  await expect(add('nothing', 'accepted')).rejects.toMatchObject(nowhere);
  expect(contents()).toEqual(before);

  const many = Array.from({ length: 12 }, (_, at) => add(at % 3 === 0 ? 'firm' : 'nothing', 'at once'));
  const answers = await Promise.allSettled(many);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect(contents()).toHaveLength(before.length + 1);
  for (const answer of answers)
    if (answer.status === 'fulfilled') await client.attachments.content({ id: answer.value.id });
});

test('the same operation with another file of the same size, type and name is refused', async () => {
  const client = host.client('http', await host.signIn('clerk'));
  const input = {
    operationId: newId<'operation'>(),
    subjectKind: 'setting',
    subjectId: 'firm',
    purpose: 'other',
  } as const;
  const add = (text: string) =>
    client.attachments.add({ ...input, file: new File([`%PDF-1.4 ${text}`], 'a.pdf') });
  const first = await add('one');
  expect(await add('one')).toEqual(first);
  await expect(add('two')).rejects.toMatchObject({ code: 'OPERATION_ID_REUSED' });
});
