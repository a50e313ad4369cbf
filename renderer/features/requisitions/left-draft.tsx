import { formatQuantity } from '#shared/domain/quantities.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import { LeftTyping } from '../../components/form/left-typing.tsx';
import { blankLine, valuesOf } from './draft-values.ts';
import type { DraftValues } from './draft-values.ts';
import type { Requisition } from './requisition-types.ts';

/** What was typed into a requisition that somebody else submitted or voided meanwhile. */
export function LeftDraft({ requisition }: { readonly requisition: Requisition }) {
  const t = useText();
  const wordsOf = ({ notes, lines }: DraftValues) => [
    { label: t('common.notes'), text: notes },
    { label: t('requisitions.part'), text: lines.map(lineInWords).join('\n') },
  ];
  return (
    <LeftTyping
      draftName={`requisition/${requisition.id}`}
      blankRows={{ lines: blankLine }}
      saved={valuesOf(requisition)}
      number={requisition.number}
      state={stateWord(t, 'requisitionState', requisition.state)}
      wordsOf={wordsOf}
    />
  );
}

function lineInWords({ partNumber, partName, quantity, unitOfMeasure, fault }: DraftValues['lines'][number]) {
  const howMany = quantity === null ? '' : `${formatQuantity(quantity)} ${unitOfMeasure}`;
  return [partNumber, partName, howMany, fault].filter(Boolean).join('  ');
}
