import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AttachmentStore } from '#host/desks/attachments/attachment-store.ts';
import { hostileNames, samples, strangers, unshownPictures } from './files.ts';

let sandbox: string;
let folder: string;
let store: AttachmentStore;

beforeEach(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'attachments-'));
  folder = join(sandbox, 'firm', 'data', 'attachments');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(sandbox, 'canary.txt'), 'canary');
  writeFileSync(join(sandbox, 'firm', 'canary.txt'), 'canary');
  store = new AttachmentStore(folder);
});
afterEach(() => rmSync(sandbox, { recursive: true, force: true }));

test('a content is kept once, under its hash, and comes back as it was', async () => {
  for (const [type, content] of Object.entries(samples)) {
    const kept = await store.keep(new File([content], 'x', { type: 'text/html' }), 'x');
    expect(kept).toMatchObject({ mediaType: type, sizeBytes: content.length });
    expect(await store.read(kept.sha256)).toEqual(content);
  }
  const before = everythingBelow(folder);
  await store.keep(new Blob([samples['image/png']]), 'again.png');
  expect(everythingBelow(folder)).toEqual(before);
  for (const path of before.keys()) expect(path).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{62}$/);
});

test('what is no picture, PDF or recording is refused and leaves nothing', async () => {
  for (const [name, content] of Object.entries(strangers)) {
    await expect(
      store.keep(new Blob([content], { type: 'image/png' }), `../${name}.png`),
    ).rejects.toMatchObject({
      code: 'FILE_NOT_ACCEPTED',
      facts: { fileName: `${name}.png` },
    });
  }
  expect(everythingBelow(folder)).toEqual(new Map());
});

test.each(unshownPictures)(
  '%s is refused with its format, so that the sentence says what to do',
  async (format, content) => {
    await expect(store.keep(new Blob([content]), 'IMG_0815.jpg')).rejects.toMatchObject({
      code: 'PICTURE_FORMAT',
      facts: { fileName: 'IMG_0815.jpg', format },
    });
    expect(everythingBelow(folder)).toEqual(new Map());
  },
);

test('no name leads anywhere: nothing outside is written, and only contents of ours are read', async () => {
  const names = hostileNames(join(sandbox, 'canary.txt'));
  expect(names.length).toBeGreaterThanOrEqual(200);
  const before = everythingBelow(sandbox, folder);
  for (const [index, name] of names.entries()) {
    const content = Uint8Array.from([...samples['image/png'], index >> 8, index & 255]);
    const kept = await store.keep(new File([content], name), name);
    expect(await store.read(kept.sha256), JSON.stringify(name)).toEqual(content);
    await expect(store.read(name), JSON.stringify(name)).rejects.toThrow('named by its hash');
  }
  expect(everythingBelow(sandbox, folder)).toEqual(before);
  expect(everythingBelow(folder).size).toBe(names.length);
  for (const path of everythingBelow(folder).keys()) expect(path).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}$/);
});

test('control: a store that used the name would be found out', () => {
  const before = everythingBelow(sandbox, folder);
  const outside = hostileNames('canary.txt').filter((name) => {
    if (!/^(\.\.\/){1,2}canary\.txt$/.test(name)) return false;
    writeFileSync(join(folder, name), 'overwritten');
    return true;
  });
  expect(outside.length).toBeGreaterThan(0);
  expect(everythingBelow(sandbox, folder)).not.toEqual(before);
});

test('a content that was altered, removed or replaced by a link is not given out', async () => {
  const { sha256 } = await store.keep(new Blob([samples['image/gif']]), 'a.gif');
  const place = join(folder, sha256.slice(0, 2), sha256);
  writeFileSync(place, 'GIF89a altered');
  await expect(store.read(sha256)).rejects.toMatchObject({ reason: 'damaged' });
  rmSync(place);
  await expect(store.read(sha256)).rejects.toMatchObject({ reason: 'inputOutput' });
  writeFileSync(join(sandbox, 'same'), samples['image/gif']);
  symlinkSync(join(sandbox, 'same'), place);
  await expect(store.read(sha256)).rejects.toMatchObject({ reason: 'inputOutput' });
  await store.keep(new Blob([samples['image/gif']]), 'a.gif');
  expect(await store.read(sha256)).toEqual(samples['image/gif']);
  expect(readFileSync(join(sandbox, 'same'))).toHaveLength(samples['image/gif'].length);
});

test('a store that cannot write says so and keeps nothing half', async () => {
  writeFileSync(join(sandbox, 'file'), '');
  const broken = new AttachmentStore(join(sandbox, 'file', 'attachments'));
  await expect(broken.keep(new Blob([samples['image/gif']]), 'a.gif')).rejects.toMatchObject({
    name: 'StorageFailure',
    reason: 'inputOutput',
  });
});

/** Path → size, time and content of every file below `place`, without those below `except`. */
function everythingBelow(place: string, except?: string): ReadonlyMap<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.isDirectory(),
  );
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !except || relative(except, path).startsWith('..'));
  return new Map(
    paths.map((path) => [relative(place, path), `${statSync(path).mtimeMs} ${readFileSync(path, 'latin1')}`]),
  );
}
