import type { Column, Content } from 'pdfmake/interfaces.js';
import { ink, points } from './look.ts';
import type { PageFormat, PaperFoot } from './paper-definition.ts';
import { setQr, setQrPlace } from './qr.ts';
import { lineHeight, linesNeeded, shortened } from './text-width.ts';
import { stacked, type Typesetter } from './typesetter.ts';

/** The foot of a paper, measured: how much room it takes above the lower margin, and how it is set. */
export interface PlannedFoot {
  readonly heightPoints: number;
  readonly set: () => Content;
}

/** White around the code, in millimetres. */
const quietMm = 3;
const mostLinesOfAText = 3;

/** Plans the foot: small lines at the left, the code at the right, both standing on the lower margin. */
export function planFoot(foot: PaperFoot, page: PageFormat, typesetter: Typesetter): PlannedFoot {
  const { look, widthPoints } = typesetter;
  const { qrText, qrPlace } = foot;
  const hasCode = qrText !== undefined || qrPlace !== undefined;
  const room = widthPoints - (hasCode ? points(look.qrMm + quietMm) : 0);
  const lines = foot.lines.map((line) => shortened(line, room, look.small, mostLinesOfAText));
  const linesHeight =
    lines.reduce((count, line) => count + linesNeeded(line, room, look.small), 0) * look.small * lineHeight;
  const heightPoints = Math.max(hasCode ? points(quietMm + look.qrMm) : 0, linesHeight) + 2;
  return {
    heightPoints,
    set: () => {
      const texts = stacked(
        lines.map((line) => ({ ...typesetter.text(line), fontSize: look.small, color: ink.quiet })),
      );
      const columns: Column[] = [{ ...texts, width: '*', margin: [0, heightPoints - linesHeight - 2, 0, 0] }];
      const code =
        qrText !== undefined
          ? setQr(qrText, look.qrMm)
          : qrPlace !== undefined && setQrPlace(qrPlace, look.qrMm, typesetter);
      if (code) {
        columns.push({
          ...code,
          width: points(look.qrMm),
          margin: [0, heightPoints - points(look.qrMm) - 2, 0, 0],
        });
      }
      return {
        margin: [points(page.marginsMm.side), 0, points(page.marginsMm.side), 0],
        columns,
        columnGap: points(quietMm),
      };
    },
  };
}
