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
