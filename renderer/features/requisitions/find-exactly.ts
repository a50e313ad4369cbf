import type { Service } from '../../service/service-context.tsx';
import type { FoundPart } from './requisition-types.ts';

/** The catalogue is asked with at most so many characters. */
const longestText = 60;

/** The part with exactly this number or barcode, whatever the case and width of its letters. */
export async function findExactly(service: Service, code: string): Promise<FoundPart | undefined> {
  const wanted = plain(code);
  if (wanted === '') return undefined;
  const found = await service.parts.find.call({ text: code.trim().slice(0, longestText) });
  return (
    found.find((part) => plain(part.number) === wanted) ??
    found.find((part) => plain(part.barcode) === wanted)
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}
