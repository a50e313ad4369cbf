import { crc32, deflateSync } from 'node:zlib';
import type { AttachmentStore } from '../../desks/attachments/attachment-store.ts';
import { addAttachment } from '../../desks/attachments/attachments.service.ts';
import type { AddScan } from './sample-report-story.ts';

const width = 420;
const height = 594;

/** Keeps one picture that stands for the scans of all signed reports in the sample, and attaches it where it is wanted. */
export async function sampleScan(store: AttachmentStore): Promise<AddScan> {
  const picture = new Blob([new Uint8Array(paperPicture())], { type: 'image/png' });
  const kept = await store.keep(picture, 'scan.png');
  return async (tx, reportId) => {
    const { id } = await addAttachment(tx, kept, {
      subjectKind: 'report',
      subjectId: reportId,
      purpose: 'scan',
    });
    return id;
  };
}

/** A grey-scale PNG that looks like a filled-in form seen from afar. */
function paperPicture(): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(width + 1, 255);
    row[0] = 0;
    for (let x = 0; x < width; x += 1) row[x + 1] = shadeAt(x, y);
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function shadeAt(x: number, y: number): number {
  const inside = x > 30 && x < width - 30 && y > 40 && y < height - 40;
  if (!inside) return 250;
  if (y % 46 < 2 || x === 31 || x === width - 31) return 90;
  const written = y % 46 > 16 && y % 46 < 26 && (x * 7 + Math.floor(y / 46) * 131) % 97 < 58;
  return written ? 70 : 250;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
