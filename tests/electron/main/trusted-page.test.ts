import { describe, expect, it } from 'vitest';
import { isTrustedPage, trustedOriginsOf, type SpeakingFrame } from '../../../electron/main/trusted-page.ts';

const ours: SpeakingFrame = {
  parent: null,
  detached: false,
  origin: 'app://desk',
  url: 'app://desk/cases/1',
  isDestroyed: () => false,
};
const developing = 'http://localhost:5173';

describe('a trusted page', () => {
  it.each<readonly [string, SpeakingFrame | null, boolean]>([
    ['our page', ours, true],
    ['the page of the development server', { ...ours, origin: developing, url: `${developing}/` }, true],
    ['no frame any more', null, false],
    ['a frame that is gone', { ...ours, isDestroyed: () => true }, false],
    ['a page on its way out', { ...ours, detached: true }, false],
    ['a sub-frame, even of our own origin', { ...ours, parent: ours }, false],
    [
      'a page led elsewhere',
      { ...ours, origin: 'https://evil.example', url: 'https://evil.example/' },
      false,
    ],
    ['another host of our scheme', { ...ours, origin: 'app://other', url: 'app://other/' }, false],
    [
      'an origin that only begins like ours',
      { ...ours, origin: 'app://desk.evil', url: 'app://desk.evil/' },
      false,
    ],
    ['an empty page that inherited our origin', { ...ours, url: 'about:blank' }, false],
    ['a page from a file', { ...ours, origin: 'file://', url: 'file:///C:/x.html' }, false],
    ['a page without an origin', { ...ours, origin: 'null' }, false],
    [
      'our origin over the development port of somebody else',
      { ...ours, origin: 'http://localhost:5174', url: 'http://localhost:5174/' },
      false,
    ],
  ])('%s', (_name, frame, isTrusted) => {
    expect(isTrustedPage(frame, trustedOriginsOf(`${developing}/`))).toBe(isTrusted);
  });

  it('is never that of the development server in an installed program', () => {
    const frame = { ...ours, origin: developing, url: `${developing}/` };
    expect(isTrustedPage(frame, trustedOriginsOf(undefined))).toBe(false);
  });
});
