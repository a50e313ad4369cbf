import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { Card, CardPart } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import { Tag } from '../../components/tag.tsx';
import type { Tone } from '../../components/tag.tsx';
import { ReversePanel } from './receipt-acts.tsx';
import type { Receipt } from './receipt-values.ts';

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
  const may = useMay();
  const mayAct = useMayAct('receipt');
  const { id, number, state } = receipt;
  const [isReversing, setIsReversing] = useState(false);
  const isBooked = state === 'posted' || state === 'reversed';
  const mayReverse = mayAct('reverseReceipt', state);
  const print = () =>
    showPaper({
      kind: 'document',
      paperKind: 'receipt',
      documentId: id,
      name: `${t('stock.receipt')} ${number}`,
    });
  return (
    <Card
      fill
      title={number}
      tags={<Tag tone={receiptTones[state]}>{t(`states.receiptState_${state}`)}</Tag>}
      end={
        <>
          {mayReverse && (
            <KeyButton
              label="stock.reverse"
              chosen={isReversing}
              onPress={() => setIsReversing(!isReversing)}
            />
          )}
          {isBooked && may('papers.print') && (
            <KeyButton label="common.print" keys="Ctrl+P" onPress={print} />
          )}
        </>
      }
    >
      {mayReverse && isReversing && <ReversePanel receipt={receipt} onClose={() => setIsReversing(false)} />}
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
