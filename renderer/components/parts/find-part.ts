import { codeKey } from '#shared/domain/code-key.ts';
import type { Service } from '../../service/service-context.tsx';

/** A part as it is found for a line of a document. */
export type FoundPart = Awaited<ReturnType<Service['parts']['find']['call']>>['rows'][number];

type FoundParts = Awaited<ReturnType<Service['parts']['find']['call']>>;

/** The catalogue is asked with at most so many characters. */
const longestText = 60;
/** Questions that are under way at once. */
const askedAtOnce = 8;

/** The parts that a number, barcode, name, pinyin or initials may mean, best first. */
export async function findParts(service: Service, text: string, signal?: AbortSignal): Promise<FoundParts> {
  return service.parts.find.call({ text: text.trim().slice(0, longestText) }, signal ? { signal } : {});
}

/** The part with exactly this number or barcode, however it is written. */
export async function findPartExactly(service: Service, code: string): Promise<FoundPart | undefined> {
  const wanted = codeKey(code);
  if (wanted === '') return undefined;
  const found = (await findParts(service, code)).rows;
  return (
    found.find((part) => codeKey(part.number) === wanted) ??
    found.find((part) => codeKey(part.barcode) === wanted)
  );
}

/** The parts with exactly these numbers or barcodes; without those that are not known or could not be asked for. */
export async function findPartsExactly(
  service: Service,
  codes: readonly string[],
): Promise<ReadonlyMap<string, FoundPart>> {
  const known = new Map<string, FoundPart>();
  const wanted = [...new Set(codes)];
  for (let start = 0; start < wanted.length; start += askedAtOnce) {
    const some = wanted.slice(start, start + askedAtOnce);
    const answers = await Promise.all(
      some.map((code) => findPartExactly(service, code).catch(() => undefined)),
    );
    for (const [index, code] of some.entries()) {
      const part = answers[index];
      if (part) known.set(code, part);
    }
  }
  return known;
}
