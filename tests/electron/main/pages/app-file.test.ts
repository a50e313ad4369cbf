import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOfAppAddress } from '../../../../electron/main/pages/app-file.ts';

const folder = path.resolve('/program/out/renderer');

describe('the file of an app:// address', () => {
  it.each([
    ['app://desk/', 'index.html'],
    ['app://desk/index.html', 'index.html'],
    ['app://desk/assets/index-C5x.js', 'assets/index-C5x.js'],
    ['app://desk/assets/index.css?v=1#top', 'assets/index.css'],
    ['app://desk/cases/CASE-2026-00012', 'index.html'],
    ['app://desk/parts/AB.12', 'index.html'],
    ['app://desk/?place=/cases', 'index.html'],
    ['app://desk/assets/%E5%9B%BE.png', 'assets/图.png'],
  ])('%s', (address, file) => {
    expect(fileOfAppAddress(address, folder)?.file).toBe(path.join(folder, file));
  });

  it.each([
    'app://desk/../main/index.js',
    'app://desk/assets/../../main/index.js',
    'app://desk/%2e%2e/main/index.js',
    'app://desk/%2E%2e%2Fmain/index.js',
    'app://desk/..%2fmain/index.js',
    'app://desk/%252e%252e/main/index.js',
    'app://desk/..\\main\\index.js',
    'app://desk/..%5cmain%5cindex.js',
    'app://desk/assets%5c..%5c..%5cindex.js',
    'app://desk/./index.html',
    'app://desk//etc/passwd.html',
    'app://desk///server/share/x.html',
    'app://desk/%2Fetc/x.html',
    'app://desk/C:/Windows/x.html',
    'app://desk/C%3A/Windows/x.html',
    'app://desk/index.html%00.js',
    'app://desk/index.html\u0000.js',
    'app://desk/index.html:stream.js',
    'app://desk/%zz.js',
    'app://desk/%c0%ae%c0%ae/x.js',
    'app://other/index.html',
    'app://desk.evil/index.html',
    'app://desk@evil/index.html',
    'app:/index.html',
    'file:///etc/passwd',
    'https://desk/index.html',
    '',
  ])('refuses %j', (address) => {
    expect(fileOfAppAddress(address, folder)).toBeNull();
  });
});
