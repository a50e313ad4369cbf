import type { Content } from 'pdfmake/interfaces.js';
import { ink, points, rulePoints } from './look.ts';
import type { Tag } from './paper-definition.ts';
import { setQr, setQrPlace } from './qr.ts';
import { fittingSize, shortened } from './text-width.ts';
import { stacked, type Typesetter } from './typesetter.ts';

const qrMm = 24;
const quietMm = 3.4;
const labelPoints = 33;
const titleRoom = 56;
const numberSizes = [13, 11, 9, 7.5] as const;
/** Height of the type above its line, as a multiple of its size: brings smaller type onto the same line. */
const ascent = 1.16;
const factSizes = [7.9, 7.2, 6.5] as const;

/** Sets a label to hang on a part. Everything keeps its place and its number of lines, so that a label is one page. */
export function setTag(tag: Tag, typesetter: Typesetter): Content {
  const factsWidth = typesetter.widthPoints - points(qrMm) - points(quietMm);
  const valueWidth = factsWidth - labelPoints;
  const numberWidth = typesetter.widthPoints - titleRoom;
  const numberSize = fittingSize(
    tag.number,
    numberWidth,
    numberSizes.map((size) => [size, 1] as const),
  );
  const facts = tag.facts.map((fact): Content => {
    const ending = fact.ending ?? '';
    const size = fittingSize(
      fact.value + ending,
      valueWidth,
      factSizes.map((choice) => [choice, fact.lines] as const),
    );
    return {
      columns: [
        { ...typesetter.text(fact.label), width: labelPoints, color: ink.quiet, fontSize: factSizes[0] },
        {
          ...typesetter.text(shortened(fact.value, valueWidth, size, fact.lines, ending)),
          width: valueWidth,
          fontSize: size,
          margin: [0, (factSizes[0] - size) * ascent, 0, 0],
        },
      ],
    };
  });
  return stacked([
    {
      columns: [
        { ...typesetter.text(tag.title), bold: true, fontSize: 10.5, width: 'auto', margin: [0, 2.5, 0, 0] },
        {
          ...typesetter.text(shortened(tag.number, numberWidth, numberSize, 1)),
          bold: true,
          fontSize: numberSize,
          width: '*',
          alignment: 'right',
          margin: [0, (numberSizes[0] - numberSize) * ascent, 0, 0],
        },
      ],
      columnGap: 6,
    },
    {
      canvas: [
        {
          type: 'line',
          x1: 0,
          y1: 0,
          x2: typesetter.widthPoints,
          y2: 0,
          lineWidth: rulePoints * 2,
          lineColor: ink.text,
        },
      ],
      margin: [0, 1, 0, 3],
    },
    {
      columns: [
        { ...stacked(facts), width: factsWidth },
        {
          ...stacked([
            tag.qrText === undefined
              ? setQrPlace(tag.qrPlace ?? '', qrMm, typesetter)
              : setQr(tag.qrText, qrMm),
            {
              ...typesetter.text(shortened(tag.note, points(qrMm), 6.5, 2)),
              fontSize: 6.5,
              alignment: 'center',
              color: ink.quiet,
            },
          ]),
          width: points(qrMm),
        },
      ],
      columnGap: points(quietMm),
    },
  ]);
}
