import { inflateRawSync } from 'node:zlib';
import { excelFile, type ExcelSheet } from '#host/desks/lists/excel.ts';

/**
 * A cell as the file holds it: its text or number, and whether the file calls it text, a number, a date or a formula. A date
 * is read as it is shown.
 */
export interface ReadCell {
  readonly value: string;
  readonly kind: 'text' | 'number' | 'date' | 'formula';
}

/** The cells of the first sheet of an .xlsx file, row by row; a cell that is not there is undefined. */
export async function readExcel(file: File): Promise<(ReadCell | undefined)[][]> {
  return cellsOf(file, cellOf);
}

/** What stands in the cells of a sheet once it is written, head first; '' where there is nothing. */
export async function textsOf<Row>({ name, columns, rows }: ExcelSheet<Row>): Promise<string[][]> {
  const cells = await readExcel(await excelFile(name, columns, rows));
  return cells.map((row) => Array.from(columns, (_, index) => row[index]?.value ?? ''));
}

/** The number formats of the same cells. */
export async function readExcelFormats(file: File): Promise<(string | undefined)[][]> {
  return cellsOf(file, (attributes, _content, _shared, formats) => formatOf(attributes, formats));
}

async function cellsOf<Read>(
  file: File,
  read: (attributes: string, content: string, shared: readonly string[], formats: readonly string[]) => Read,
): Promise<(Read | undefined)[][]> {
  const entries = unzip(Buffer.from(await file.arrayBuffer()));
  const shared = [...(entries.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((found) =>
    textOf(found[1] ?? ''),
  );
  const formats = formatsIn(entries.get('xl/styles.xml') ?? '');
  const sheet = entries.get('xl/worksheets/sheet1.xml') ?? '';
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map((row) => {
    const cells: (Read | undefined)[] = [];
    for (const [, attributes = '', content = ''] of (row[1] ?? '').matchAll(
      /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      cells[columnOf(attributes)] = read(attributes, content, shared, formats);
    }
    return cells;
  });
}

function cellOf(
  attributes: string,
  content: string,
  shared: readonly string[],
  formats: readonly string[],
): ReadCell | undefined {
  const type = / t="(\w+)"/.exec(` ${attributes}`)?.[1] ?? 'n';
  const value = unescaped(/<v>(.*?)<\/v>/s.exec(content)?.[1] ?? '');
  if (content.includes('<f')) return { value, kind: 'formula' };
  if (type === 's') return { value: shared[Number(value)] ?? '', kind: 'text' };
  if (type === 'inlineStr' || type === 'str') return { value: textOf(content), kind: 'text' };
  if (content === '') return undefined;
  const format = formatOf(attributes, formats);
  if (!format.includes('yyyy')) return { value, kind: 'number' };
  return { value: dateAsShown(Number(value), format), kind: 'date' };
}

function formatOf(attributes: string, formats: readonly string[]): string {
  return formats[Number(/ s="(\d+)"/.exec(` ${attributes}`)?.[1] ?? 0)] ?? '';
}

/** The number formats of a workbook by the style of a cell. */
function formatsIn(styles: string): readonly string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="(.*?)"/g)].map((found) => [
      found[1],
      unescaped(found[2] ?? ''),
    ]),
  );
  const cellStyles = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  return [...cellStyles.matchAll(/<xf [^>]*?>/g)].map(
    ([style]) => own.get(/numFmtId="(\d+)"/.exec(style)?.[1]) ?? '',
  );
}

function dateAsShown(days: number, format: string): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  return at.toISOString().replace('T', ' ').slice(0, format.length);
}

function columnOf(attributes: string): number {
  const letters = /r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? 'A';
  return [...letters].reduce((column, letter) => column * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
}

function textOf(content: string): string {
  const text = [...content.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((found) => found[1] ?? '').join('');
  return unescaped(text).replace(/_x005F_(?=x[0-9a-f]{4}_)/gi, '_');
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The texts of a zip file by name, found through its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    entries.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
