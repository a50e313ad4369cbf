import { App } from 'antd';
import { assertNever } from '#shared/domain/assert.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import { sentenceOf } from '../../components/trouble-banner.tsx';
import { useWarranty } from '../../components/warranty/warranty-light.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import { useAsk } from '../../service/use-ask.ts';
import { standingOfCard, usualCardDays } from './card-day.ts';
import type { CardStanding } from './card-day.ts';
import { judgedUnit } from './judged-unit.ts';
import type { Unit } from './judged-unit.ts';
import { unitInputOf } from './unit-values.ts';

/** How it stands with the warranty card; one that has just come in is noted with one press. */
export function CardFact({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const service = useService();
  const may = useMay();
  const today = useToday();
  const { message } = App.useApp();
  const standing = standingOfCard(unit, today, useCardDays(unit));
  const edit = useAct(service.units.edit);
  const note = () => {
    void edit
      .run({ id: unit.id, version: unit.version, ...unitInputOf(unit), cardReceivedDay: today })
      .then((saved) => {
        if (saved) void message.success(t('units.saved'));
      });
  };
  return (
    <>
      <span className={toneOf(standing)}>{wordsOf(standing, t)}</span>{' '}
      {unit.cardReceivedDay === null && may('units.edit') && (
        <button type="button" className="link" disabled={edit.pending} onClick={note}>
          {t('units.cardReceivedToday')}
        </button>
      )}
      {edit.trouble && <div className="late">{sentenceOf(edit.trouble, t)}</div>}
    </>
  );
}

/** The days that the policy grants which holds for the unit. */
function useCardDays(unit: Unit): number {
  const service = useService();
  const { data: groups } = useWarranty(judgedUnit(unit));
  const policyId = groups?.[0]?.policyId;
  const { data: policies } = useAsk(service.warranty.policies, undefined, {
    shows: ['warrantyPolicy'],
    enabled: Boolean(policyId),
  });
  return policies?.find((policy) => policy.id === policyId)?.cardWithinDays ?? usualCardDays;
}

function toneOf(standing: CardStanding): string | undefined {
  if (standing.kind === 'late' || standing.kind === 'overdue') return 'late';
  return standing.kind === 'due' ? 'soon' : undefined;
}

function wordsOf(standing: CardStanding, t: Text): string {
  switch (standing.kind) {
    case 'inTime':
      return t('units.cardInTime', { day: standing.day });
    case 'late':
      return t('units.cardLate', { day: standing.day, days: standing.days });
    case 'due':
      return t('units.cardDue', { day: standing.day });
    case 'overdue':
      return t('units.cardOverdue', { day: standing.day });
    case 'missing':
      return t('units.cardMissing');
    default:
      return assertNever(standing);
  }
}
