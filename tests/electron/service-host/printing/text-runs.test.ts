import { describe, expect, test } from 'vitest';
import { openFontChain } from '#host/printing/fonts/font-chain.ts';
import { findFontFolder } from '#host/printing/fonts/font-folder.ts';
import { openTextSplitter } from '#host/printing/fonts/text-runs.ts';

const filesRead: string[] = [];
const chain = openFontChain(findFontFolder(), (name) => filesRead.push(name));

/** Written as 'text@font' with | between runs; an empty run, where a line may break, as ·. */
function split(text: string): { runs: string; missing: readonly string[] } {
  const splitter = openTextSplitter(chain);
  const runs = splitter
    .split(text)
    .map((run) => (run.text === '' ? '·' : `${run.text}@${run.font[0]}`))
    .join('|');
  return { runs, missing: splitter.missingCharacters() };
}

describe('text is split among the fonts that can draw it', () => {
  test('the fallback fonts are read when a character asks for them, each file once', () => {
    split('水泵 WP-126');
    expect(filesRead).toEqual(['NotoSansSC-Regular.ttf', 'NotoSansSC-Bold.ttf']);
    split('𠮷😀𠮷😀');
    expect(filesRead).toEqual([
      'NotoSansSC-Regular.ttf',
      'NotoSansSC-Bold.ttf',
      'NotoSansJP-Regular.ttf',
      'NotoEmoji-Regular.ttf',
    ]);
  });

  test.each([
    ['市第二公交公司 84 ℃', '市第二公交公司 84 ℃@c'],
    ['㛃䶮𫖯', '㛃䶮𫖯@c'],
    ['𠮷野家', '𠮷@j|野家@c'],
    ['好😀', '好@c|·|😀@e|·'],
    ['👨‍👩‍👧', '·|👨‍👩‍👧@e|·'],
    ['1️⃣', '1️⃣@e'],
    ['☎️', '☎️@c'],
    ['葛\u{E0100}', '葛\u{E0100}@c'],
    ['☐☑☒', '□@c|☑@e|⊠@c'],
    ['e\u0301', 'e\u0301@c'],
    ['a\u2009b', 'a b@c'],
    ['a\u202eb\u200bc\u00add\ufeff', 'abcd@c'],
    ['\ufe0f\u200d', ''],
    ['一\r\n二\r三\u2028四\t五', '一\n二\n三\n四    五@c'],
    ['Đặng Ștefan Łódź', 'Đặng @c|Ș@l|tefan @c|Ł@l|ód@c|ź@l'],
    ['', ''],
  ])('%j', (text, runs) => {
    expect(split(text)).toEqual({ runs, missing: [] });
  });

  test.each([
    ['𪚥的', '〓的@c', ['𪚥']],
    ['한국', '〓〓@c', ['한', '국']],
    ['กกก', '〓〓〓@c', ['ก']],
    ['好\u0336', '好〓@c', ['\u0336']],
    ['\u0000\u0007\u009f', '〓〓〓@c', ['\u0000', '\u0007', '\u009f']],
    ['\ud842x\udfb7', '〓x〓@c', ['\ud842', '\udfb7']],
    ['\ufffd\ue000', '〓〓@c', ['\ufffd', '\ue000']],
  ])('what no font has is a visible mark and is reported: %j', (text, runs, missing) => {
    expect(split(text)).toEqual({ runs, missing });
  });
});
