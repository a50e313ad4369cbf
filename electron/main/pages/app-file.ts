import path from 'node:path';
import { appOrigin } from '../trusted-page.ts';

/** A file of the built renderer and the type it is sent with. */
export interface AppFile {
  readonly file: string;
  readonly contentType: string;
}

/** The file an app:// address means inside `rendererFolder`, or null when the address is not one of ours. */
export function fileOfAppAddress(address: string, rendererFolder: string): AppFile | null {
  if (!address.startsWith(`${appOrigin}/`)) return null;
  const segments = segmentsOf(address.slice(appOrigin.length));
  if (segments === null) return null;
  // What does not end like a file of the renderer is a place in the program (/cases/…), which the one page shows.
  const fileType = contentTypes.get(path.posix.extname(segments.at(-1) ?? '').toLowerCase());
  const file = path.join(rendererFolder, ...(fileType === undefined ? ['index.html'] : segments));
  const relative = path.relative(rendererFolder, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return null;
  return { file, contentType: fileType ?? pageType };
}

const pageType = 'text/html; charset=utf-8';

/** The only kinds of file the renderer consists of. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', pageType],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
]);

/** The decoded names between the slashes, or null where one of them could lead out of the folder on any system. */
function segmentsOf(pathAndQuery: string): readonly string[] | null {
  const encoded = pathAndQuery.split(/[?#]/, 1)[0] ?? '';
  const segments: string[] = [];
  for (const part of encoded.slice(1).split('/')) {
    const segment = decoded(part);
    if (segment === null || segment === '.' || segment === '..' || forbidden.test(segment)) return null;
    segments.push(segment);
  }
  const isDoubled = segments.slice(0, -1).includes('');
  return isDoubled ? null : segments;
}

/** Separators, a drive or a stream (`C:`, `:name`), control characters with NUL, and what is still encoded. */
const forbidden = /[\\/:%\u0000-\u001f\u007f]/;

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
