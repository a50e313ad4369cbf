import { createRequire } from 'node:module';

/** The part of pdfmake's entry that its published types leave out. */
interface VirtualFiles {
  readonly virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
}

interface QrModules {
  readonly default: {
    measure: (node: { qr: string | Uint8Array; eccLevel: 'M' }) => {
      _canvas: readonly { x: number; y: number; w: number }[];
    };
  };
}

const load = createRequire(import.meta.url);

// pdfmake is CommonJS whose export is one object; the published types describe its methods as named exports.
/** pdfmake with the files it keeps in memory. */
export const pdfmake = load('pdfmake') as typeof import('pdfmake') & VirtualFiles;

// The encoder behind pdfmake's `qr` node, which has no types. Used directly because the node rounds modules to whole points.
/** pdfmake's own QR encoder. */
export const qrEncoder = (load('pdfmake/js/qrEnc.js') as QrModules).default;
