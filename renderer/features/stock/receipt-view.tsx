import { Link } from '@tanstack/react-router';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Card, CardPart } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { PaperActions } from '../../components/paper/paper-actions.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import type { Receipt } from './receipt-values.ts';
import { useReceiptActs } from './use-receipt-acts.ts';

/** What a state of a receipt looks like. */
export const receiptTones: Readonly<Record<Receipt['state'], Tone | undefined>> = {
  draft: 'soon',
  posted: 'good',
  reversed: 'late',
  void: undefined,
};

/** A receipt that cannot be changed any more: posted, reversed or voided. */
export function ReceiptView({ receipt }: { readonly receipt: Receipt }) {
  const t = useText();
  const acts = useReceiptActs(receipt);
  const { id, number, state } = receipt;
  const isBooked = state === 'posted' || state === 'reversed';
  return (
    <Card
      fill
      title={number}
      tags={<Tag tone={receiptTones[state]}>{t(`states.receiptState_${state}`)}</Tag>}
      end={
        <>
          <ActBar acts={acts} />
          {isBooked && (
            <PaperActions
              kind="receipt"
              documentId={id}
              name={`${t('stock.receipt')} ${number}`}
              showsHistory={false}
            />
          )}
        </>
      }
    >
      <ActForm acts={acts} />
      <div className="inside stack">
        <Standing receipt={receipt} />
        <FactGrid columns={3} facts={factsOf(receipt, t)} />
      </div>
      <CardPart fill title={t('stock.lines')} end={<span className="mut sm">{totalOf(receipt, t)}</span>}>
        <div className="scroll">
          <Lines receipt={receipt} />
        </div>
      </CardPart>
    </Card>
  );
}

/** Why it is as it is: posted for good, reversed or voided with the reason. */
function Standing({ receipt }: { readonly receipt: Receipt }) {
  const t = useText();
  const { state, reversalNumber, reversalReason } = receipt;
  if (state === 'draft') return null;
  if (state === 'posted') return <span className="mut sm">{t('stock.postedMark')}</span>;
  const sentence =
    reversalNumber === null
      ? t('stock.voidedBecause', { reason: reversalReason })
      : t('stock.reversedBy', { number: reversalNumber, reason: reversalReason });
  return <div className={state === 'reversed' ? 'banner late' : 'banner'}>{sentence}</div>;
}

function Lines({ receipt }: { readonly receipt: Receipt }) {
  const t = useText();
  return (
    <table className="lines">
      <thead>
        <tr>
          <th className="num">#</th>
          <th>{t('parts.number')}</th>
          <th>{t('parts.name')}</th>
          <th className="num">{t('parts.quantity')}</th>
          <th className="num">{t('stock.unitPrice')}</th>
          <th>{t('stock.bin')}</th>
          <th className="num">{t('stock.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {receipt.lines.map((line, index) => (
          <tr key={line.id}>
            <td className="num mut">{index + 1}</td>
            <td>
              <Link to={pathOfRecord('part', line.partId)}>{line.partNumber}</Link>
            </td>
            <td className="rest">{line.partName}</td>
            <td className="num">{`${formatQuantity(line.quantity)} ${line.unitOfMeasure}`}</td>
            <td className="num">{formatMoney(line.unitPriceFen)}</td>
            <td>{line.accountCode}</td>
            <td className="num">{formatMoney(line.amountFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function totalOf({ lines, amountFen }: Receipt, t: Text): string {
  return t('stock.total', { lineCount: lines.length, amountFen });
}

function factsOf(receipt: Receipt, t: Text) {
  const { purpose, supplier, deliveryNote, day, createdByName, createdAt, postedByName, postedAt, notes } =
    receipt;
  const checked = (['specificationChecked', 'quantityChecked', 'qualityChecked'] as const)
    .filter((check) => receipt[check])
    .map((check) => t(`stock.${check}`));
  return [
    { label: t('stock.supplier'), value: supplier },
    { label: t('stock.purpose'), value: t(`states.receiptPurpose_${purpose}`) },
    { label: t('stock.day'), value: day },
    { label: t('stock.deliveryNote'), value: deliveryNote },
    { label: t('stock.createdBy'), value: `${createdByName} ${t.moment(createdAt)}` },
    { label: t('stock.postedBy'), value: postedAt === null ? '' : `${postedByName} ${t.moment(postedAt)}` },
    { label: t('stock.checks'), value: t.listed(checked), wide: true },
    { label: t('common.notes'), value: notes, wide: true },
  ];
}
