import { useState } from 'react';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { PartAccounts } from './part-accounts.tsx';
import { EditPart } from './part-form.tsx';
import { PartLedger } from './part-ledger.tsx';
import { fitText, partValuesOf } from './part-values.ts';
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
  const t = useText();
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
            <FactGrid columns={2} facts={factsOf(part, t)} />
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

function factsOf(part: Part, t: Text) {
  const { minimumQuantity, maximumQuantity, monthlyConsumptionQuantity, unitOfMeasure } = part;
  const inUnits = (quantity: number) =>
    t('parts.monthlyUseOf', { quantity: formatQuantity(quantity), unit: unitOfMeasure });
  const levels = [minimumQuantity, maximumQuantity].map((level) =>
    level === 0 ? '—' : formatQuantity(level),
  );
  return [
    { label: t('parts.supplier'), value: part.supplier },
    { label: t('parts.oldPart'), value: t(`states.oldPartRule_${part.oldPartRule}`) },
    {
      label: t('parts.substitutes'),
      value: t.listed(part.substitutes.map((one) => one.number)),
    },
    {
      label: t('parts.monthlyUse'),
      value: monthlyConsumptionQuantity === 0 ? '' : inUnits(monthlyConsumptionQuantity),
    },
    {
      label: t('parts.fit'),
      value: fitText(part),
    },
    { label: t('parts.levels'), value: minimumQuantity + maximumQuantity === 0 ? '' : levels.join(' / ') },
    { label: t('parts.price'), value: part.priceFen === 0 ? '' : formatMoney(part.priceFen) },
    {
      label: t('parts.averageCost'),
      value: part.averageCostFen === 0 ? '' : formatMoney(part.averageCostFen),
    },
    { label: t('parts.makerNumber'), value: part.makerNumber },
    { label: t('parts.barcode'), value: part.barcode },
  ];
}
