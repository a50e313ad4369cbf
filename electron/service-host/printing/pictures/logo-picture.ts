import { readJpeg } from './jpeg.ts';
import type { Picture } from './picture.ts';
import { readPng } from './png.ts';

/** The most a logo may have: on paper it is 16 mm wide, which 400 pixels fill at the finest print. */
export const logoBounds = { sidePixels: 1500, bytes: 1024 * 1024 } as const;

/** Why a picture cannot be drawn as the logo. */
export type LogoFault = 'logoTooLarge' | 'logoDamaged';

/** What is wrong with a logo by its size and its head, which costs nothing; undefined for one that may be tried. */
export function logoFault(bytes: Uint8Array): LogoFault | undefined {
  if (bytes.length > logoBounds.bytes) return 'logoTooLarge';
  const picture = readPicture(bytes);
  if (!picture || picture.width < 1 || picture.height < 1) return 'logoDamaged';
  return Math.max(picture.width, picture.height) > logoBounds.sidePixels ? 'logoTooLarge' : undefined;
}

/** Whether all of the picture is there and can be drawn. Call it for a picture without a fault. */
export function isDecodable(bytes: Uint8Array): boolean {
  return readPicture(bytes)?.isWhole() ?? false;
}

function readPicture(bytes: Uint8Array): Picture | undefined {
  return readPng(bytes) ?? readJpeg(bytes);
}
