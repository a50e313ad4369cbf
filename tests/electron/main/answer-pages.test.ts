import { beforeEach, describe, expect, it } from 'vitest';
import { desktopCallNames, type DesktopCallName } from '#shared/desktop/desktop-calls.ts';
import { answerPages } from '../../../electron/main/answer-pages.ts';
import type { DesktopAnswers } from '../../../electron/main/desktop-bridge.ts';
import type { SpeakingFrame } from '../../../electron/main/trusted-page.ts';

const page: SpeakingFrame = {
  parent: null,
  detached: false,
  origin: 'app://desk',
  url: 'app://desk/',
  isDestroyed: () => false,
};
const pdf = new Uint8Array([37, 80, 68, 70, 45]);
const id = '4b0a1c5e-4a3a-4c55-9f8a-0a8f3b1f2c3d';

/** One right argument for each call. */
const rightArguments: Readonly<Record<DesktopCallName, unknown>> = {
  'desktop:info': undefined,
  'desktop:choose-file': {
    title: '选择文件',
    kinds: [{ name: 'Excel', extensions: ['xlsx'] }],
    several: true,
  },
  'desktop:save-file': { fileName: '台账.xlsx', bytes: pdf },
  'desktop:open-saved-file': id,
  'desktop:list-printers': undefined,
  'desktop:print-pdf': { pdf, printerName: '票据', copies: 2 },
  'desktop:show-notice': { title: '到期', body: '', path: '/today' },
  'desktop:open-window': '/cases/1',
};

type Listener = (
  event: { senderFrame: SpeakingFrame | null; sender: string },
  argument: unknown,
) => Promise<unknown>;
let listeners: Map<string, Listener>;
let effects: string[];

beforeEach(() => {
  listeners = new Map();
  effects = [];
  const answer = (name: string) => async (_argument: unknown, sender: string) => {
    effects.push(`${name} for ${sender}`);
  };
  const answers = Object.fromEntries(desktopCallNames.map((name) => [name, answer(name)]));
  // Every answer of this double notes its call and answers nothing.
  answerPages(
    { handle: (name, listener) => listeners.set(name, listener) },
    answers as unknown as DesktopAnswers<string>,
    ['app://desk'],
  );
});

function call(name: string, frame: SpeakingFrame | null, argument: unknown): Promise<unknown> {
  const listener = listeners.get(name);
  if (!listener) throw new Error(`nobody listens to ${name}`);
  return listener({ senderFrame: frame, sender: 'window' }, argument);
}

describe.each(desktopCallNames)('%s', (name) => {
  it('answers our page', async () => {
    await call(name, page, rightArguments[name]);
    expect(effects).toEqual([`${name} for window`]);
  });

  it.each<readonly [string, SpeakingFrame | null]>([
    ['a frame that is gone', null],
    ['a sub-frame', { ...page, parent: page }],
    ['a page led elsewhere', { ...page, origin: 'https://evil.example', url: 'https://evil.example/' }],
    ['a page on its way out', { ...page, detached: true }],
    ['an empty page', { ...page, url: 'about:blank' }],
  ])('does nothing for %s', async (_name, frame) => {
    await expect(call(name, frame, rightArguments[name])).rejects.toThrow('refused');
    expect(effects).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ['a number', 2 ** 53],
    ['NaN', Number.NaN],
    ['a list', []],
    ['an unknown field', { ...object(rightArguments[name]), extra: 1 }],
    ['a field of another type', { fileName: 1, pdf: 'x', title: [], bytes: 'x', several: 'yes', path: {} }],
    ['a huge word', 'x'.repeat(1_000_000)],
    ['null', null],
    ['a prototype', JSON.parse('{"__proto__": {"polluted": true}}')],
  ])('does nothing for %s', async (_name, argument) => {
    await expect(call(name, page, argument)).rejects.toThrow('refused: wrong argument');
    expect(effects).toEqual([]);
  });
});

describe('printing', () => {
  it.each([0, -1, 1.5, 100, Number.NaN, '2'])('does not take %j copies', async (copies) => {
    await expect(call('desktop:print-pdf', page, { pdf, copies })).rejects.toThrow('refused');
  });
});

describe('choosing files', () => {
  it.each(['../x', 'x/y', '', 'a b'])('does not take the extension %j', async (extension) => {
    const argument = { kinds: [{ name: 'x', extensions: [extension] }] };
    await expect(call('desktop:choose-file', page, argument)).rejects.toThrow('refused');
  });
});

function object(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
