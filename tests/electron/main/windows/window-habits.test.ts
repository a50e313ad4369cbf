import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { editMenu } from '../../../../electron/main/windows/edit-menu.ts';
import { keepWindowBounds, readWindowBounds } from '../../../../electron/main/windows/window-bounds.ts';
import { zoomLevelAfter } from '../../../../electron/main/windows/zoom-keys.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shouhou-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bounds of the window', () => {
  const file = path.join(folder, 'window.json');
  const screens = [
    { x: 0, y: 0, width: 1366, height: 728 },
    { x: 1366, y: 0, width: 1920, height: 1040 },
  ];
  const onSecond = { x: 1500, y: 100, width: 1200, height: 800, isMaximized: false };

  it('come back as they were', () => {
    keepWindowBounds(file, onSecond);
    expect(readWindowBounds(file, screens)).toEqual(onSecond);
  });

  it('are forgotten when their screen is gone', () => {
    expect(readWindowBounds(file, screens.slice(0, 1))).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '{"x":1}', '{"x":0,"y":0,"width":1e9,"height":700}'])(
    'are forgotten when the file says %j',
    (text) => {
      writeFileSync(file, text);
      expect(readWindowBounds(file, screens)).toBeNull();
    },
  );

  it('are left alone when there is no file and none can be written', () => {
    expect(readWindowBounds(path.join(folder, 'none.json'), screens)).toBeNull();
    expect(() => keepWindowBounds(path.join(folder, 'no', 'window.json'), onSecond)).not.toThrow();
  });
});

describe('the menu of the right button', () => {
  const editFlags = { canUndo: true, canCut: false, canCopy: true, canPaste: true };

  it('has the usual lines in a field, in the language of the person', () => {
    const labels = editMenu({ isEditable: true, selectionText: '', editFlags }, 'zh-CN').map(
      (item) => item.label,
    );
    expect(labels).toEqual(['撤销', undefined, '剪切', '复制', '粘贴', undefined, '全选']);
  });

  it('offers to copy marked text, and is empty elsewhere', () => {
    expect(editMenu({ isEditable: false, selectionText: '10086', editFlags }, 'en')).toEqual([
      { role: 'copy', label: 'Copy', enabled: true },
    ]);
    expect(editMenu({ isEditable: false, selectionText: ' ', editFlags }, 'en')).toEqual([]);
  });
});

describe('zoom by keys', () => {
  it.each([
    ['+', 0, 0.5],
    ['=', 0, 0.5],
    ['-', 0, -0.5],
    ['0', 2, 0],
    ['+', 4, 4],
    ['-', -2, -2],
    ['x', 0, null],
  ])('Ctrl %s from %d', (key, level, expected) => {
    expect(zoomLevelAfter({ type: 'keyDown', key, control: true, alt: false }, level)).toBe(expected);
  });

  it('leaves the keys alone without Ctrl, and with AltGr', () => {
    expect(zoomLevelAfter({ type: 'keyDown', key: '+', control: false, alt: false }, 0)).toBeNull();
    expect(zoomLevelAfter({ type: 'keyDown', key: '0', control: true, alt: true }, 0)).toBeNull();
    expect(zoomLevelAfter({ type: 'keyUp', key: '+', control: true, alt: false }, 0)).toBeNull();
  });
});
