import type { ReactNode } from 'react';
import { daysBetween } from '#shared/domain/days.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { FactGrid } from '../../components/fact-grid.tsx';
import { Facts } from '../../components/facts.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import type { CaseFacts } from './case-page.tsx';
import type { ActsOfCase } from './use-case-acts.tsx';

/** Whose case it is, whom to call, and who looks after it. */
export function CustomerCard({ facts, acts }: { readonly facts: CaseFacts; readonly acts: ActsOfCase }) {
  const t = useText();
  const { customerId, customerName } = facts;
  const edit = acts.find('edit');
  return (
    <Card
      title={<RecordLink path={pathOfRecord('customer', customerId)}>{customerName}</RecordLink>}
      end={edit && <ActLink onPress={() => acts.press(edit)}>{t(edit.label)}</ActLink>}
    >
      <div className="inside">
        <Facts
          of="case"
          row={facts}
          columns={2}
          names={[
            'contactPersonName',
            'telephone',
            'category',
            'faultGroup',
            'ownerName',
            'openedAt',
            'resolvedAt',
            'closedAt',
          ]}
          draws={{ ownerName: facts.ownerName || t('cases.noOwner') }}
        />
      </div>
    </Card>
  );
}

/** The unit the case is about. */
export function UnitCard({ facts, onJudge }: { readonly facts: CaseFacts; readonly onJudge: () => void }) {
  const t = useText();
  const may = useMay();
  const { unit, state } = facts;
  if (!unit) {
    return (
      <Card title={t('cases.unit')}>
        <p className="inside mut">
          {t('cases.noUnit')}
          {may('warranty.judge') && ` · ${t('cases.unitNeeded')}`}
        </p>
      </Card>
    );
  }
  const { saleDay, cardReceivedDay } = unit;
  const cardAge =
    saleDay !== null && cardReceivedDay !== null
      ? t('cases.cardAfter', { days: daysBetween(saleDay, cardReceivedDay) })
      : cardReceivedDay;
  return (
    <Card
      title={<RecordLink path={pathOfRecord('unit', unit.id)}>{unit.plate || unit.serialNumber}</RecordLink>}
      end={
        may('warranty.judge') &&
        state !== 'void' && <ActLink onPress={onJudge}>{t('cases.judgeAct')}</ActLink>
      }
    >
      <div className="inside">
        <p className="sm">
          {unit.productCode} {unit.plate === '' ? '' : unit.serialNumber}
        </p>
        <FactGrid
          columns={3}
          facts={[
            { label: t('cases.saleDay'), value: saleDay },
            { label: t('cases.cardDay'), value: cardAge },
            {
              label: t('cases.mileage'),
              value: unit.mileageKm === null ? null : `${formatCount(unit.mileageKm)}\u00a0km`,
            },
          ]}
        />
      </div>
    </Card>
  );
}

function RecordLink({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const open = useOpen();
  return (
    <button type="button" className="link" onClick={() => open(path)}>
      {children}
    </button>
  );
}

function ActLink({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="link sm" onClick={onPress}>
      {children}
    </button>
  );
}
