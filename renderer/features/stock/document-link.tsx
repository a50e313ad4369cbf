import { useOpen } from '../../app/navigate.ts';
import { useText } from '../../app/text.ts';
import { pathOfDocument, reversalNote, shortNumber } from './movement-texts.ts';
import type { Movement } from './movement-texts.ts';

/** The number of the document behind an entry; opens it. A reversal says so. */
export function DocumentLink({ movement, short }: { readonly movement: Movement; readonly short?: boolean }) {
  const t = useText();
  const open = useOpen();
  const { documentNumber } = movement;
  const note = reversalNote(movement, t);
  return (
    <>
      <button
        type="button"
        className="link"
        title={documentNumber}
        onClick={() => open(pathOfDocument(movement))}
      >
        {short ? shortNumber(documentNumber) : documentNumber}
      </button>
      {note !== '' && !short && <span className="mut sm"> {note}</span>}
    </>
  );
}
