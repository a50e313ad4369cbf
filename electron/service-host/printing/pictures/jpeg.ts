import type { Picture } from './picture.ts';

/**
 * Reads the head of a JPEG picture by its markers (ITU-T T.81, annex B); undefined for anything else. Whole is one with
 * tables, a scan and its end: a paper carries the picture as it is, so that no pixel has to be decoded here.
 */
export function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = new Set<number>();
  let size: { readonly width: number; readonly height: number } | undefined;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) break;
    seen.add(marker);
    if (isFrame(marker) && length >= 8)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + length;
    if (marker === startOfScan) break;
  }
  if (!size) return undefined;
  const isComplete = seen.has(quantizationTable) && seen.has(startOfScan) && at < bytes.length;
  return { ...size, isWhole: () => isComplete && endsInTime(bytes, at) };
}

const startOfScan = 0xda;
const quantizationTable = 0xdb;
const endOfImage = 0xd9;

/** The frames that a PDF can carry: baseline and progressive. */
function isFrame(marker: number): boolean {
  return marker === 0xc0 || marker === 0xc1 || marker === 0xc2;
}

function endsInTime(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at -= 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === endOfImage) return true;
  }
  return false;
}
