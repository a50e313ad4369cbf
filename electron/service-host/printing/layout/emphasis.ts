import type { Content } from 'pdfmake/interfaces.js';
import { setGrid } from './grid.ts';
import type { Emphasis } from './paper-definition.ts';
import type { Typesetter } from './typesetter.ts';

/** Sets the one sentence that must be seen first, in a box of its own, with what belongs to it beside it. */
export function setEmphasis(emphasis: Emphasis, typesetter: Typesetter): Content {
  const { look } = typesetter;
  return setGrid(
    {
      columns: ['rest'],
      body: [
        [
          {
            ...typesetter.line([
              { text: emphasis.text, style: { fontSize: look.text * 1.6, bold: true } },
              ...(emphasis.detail === '' ? [] : [{ text: `　　${emphasis.detail}`, style: {} }]),
            ]),
            alignment: 'center',
          },
        ],
      ],
    },
    typesetter,
  );
}
