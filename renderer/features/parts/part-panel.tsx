import { useState } from 'react';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { Facts } from '../../components/facts.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { PartAccounts } from './part-accounts.tsx';
import { EditPart } from './part-form.tsx';
import { PartLedger } from './part-ledger.tsx';
import { partValuesOf } from './part-values.ts';
import type { Part } from './part-values.ts';
import { Substitutes } from './substitutes.tsx';

/** One part: what it is, where it is, how it came and went. */
export function PartPanel({ id }: { readonly id: string }) {
  const service = useService();
  const asked = useAsk(
    service.parts.get,
    { id },
    { shows: ['part', 'stock', 'stockAccount', 'requisition'] },
  );
  return <Asked of={asked}>{(part) => <PartCard part={part} />}</Asked>;
}

/** Edited in its place; a draft that was left opens the form again. */
function PartCard({ part }: { readonly part: Part }) {
  const may = useMay();
  const [isChosen, setIsChosen] = useState(false);
  const [accountId, setAccountId] = useState<string>();
  const draft = useDraft(`part/${part.id}`, partValuesOf(part), part.version);
  const isEditing = may('parts.edit') && (isChosen || draft.isChanged);
  return (
    <Card
      fill
      title={`${part.number} ${part.name}`}
      tags={<PartTags part={part} />}
      end={
        may('parts.edit') &&
        !isEditing && <KeyButton label="common.edit" keys="F6" onPress={() => setIsChosen(true)} />
      }
    >
      {isEditing ? (
        <div className="scroll">
          <EditPart part={part} draft={draft} onDone={() => setIsChosen(false)} />
          <Substitutes part={part} />
        </div>
      ) : (
        <>
          <div className="inside">
            <PartFacts part={part} />
          </div>
          <PartAccounts part={part} chosenId={accountId} onChoose={setAccountId} />
          <PartLedger partId={part.id} accountId={accountId} />
        </>
      )}
    </Card>
  );
}

function PartTags({ part }: { readonly part: Part }) {
  const t = useText();
  return (
    <>
      {part.qualityState === 'blocked' && <Tag tone="late">{t('states.partQualityState_blocked')}</Tag>}
      {!part.active && <Tag>{t('parts.inactive')}</Tag>}
    </>
  );
}

function PartFacts({ part }: { readonly part: Part }) {
  const t = useText();
  const { monthlyConsumptionQuantity, minimumQuantity, maximumQuantity, priceFen, averageCostFen } = part;
  return (
    <Facts
      of="part"
      row={part}
      columns={2}
      names={[
        'supplier',
        'oldPartRule',
        'substitutes',
        'monthlyConsumptionQuantity',
        'specification',
        'modelFit',
        'minimumQuantity',
        'maximumQuantity',
        'priceFen',
        'averageCostFen',
        'makerNumber',
        'barcode',
      ]}
      draws={{
        substitutes: t.listed(part.substitutes.map(({ number }) => number)),
        monthlyConsumptionQuantity:
          monthlyConsumptionQuantity !== 0 &&
          t('parts.monthlyUseOf', {
            quantity: formatQuantity(monthlyConsumptionQuantity),
            unit: part.unitOfMeasure,
          }),
        // Zero stands for a level or an amount that nobody has said.
        minimumQuantity: minimumQuantity !== 0 && formatQuantity(minimumQuantity),
        maximumQuantity: maximumQuantity !== 0 && formatQuantity(maximumQuantity),
        priceFen: priceFen !== 0 && formatMoney(priceFen),
        averageCostFen: averageCostFen !== 0 && formatMoney(averageCostFen),
      }}
    />
  );
}
