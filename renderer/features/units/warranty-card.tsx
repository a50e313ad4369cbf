import { useEffect, useRef, useState } from 'react';
import { useText, type Text } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { reasonsText } from '../../components/warranty/reasons.ts';
import { useWarranty, VerdictTag, type JudgedUnit } from '../../components/warranty/warranty-light.tsx';
import { JudgementPanel } from '../warranty/judgement-panel.tsx';

type Outcome = NonNullable<ReturnType<typeof useWarranty>['data']>[number];

/** What is covered today, by component group, and what is left of it; F8 makes a judgement of it. */
export function WarrantyCard({ unit }: { readonly unit: JudgedUnit }) {
  const t = useText();
  const [isJudging, setIsJudging] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // F8 is pressed from anywhere in the file.
    if (isJudging) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isJudging]);
  const { data } = useWarranty(unit);
  const judge = (
    <KeyButton label="units.judge" keys="F8" chosen={isJudging} onPress={() => setIsJudging(!isJudging)} />
  );
  if (isJudging) {
    return (
      <>
        <div className="row" ref={place}>
          <span className="grow" />
          {judge}
        </div>
        <JudgementPanel unit={unit} />
      </>
    );
  }
  if (!data) return null;
  return (
    <Card
      title={t('units.warranty')}
      end={
        <>
          <span className="mut sm cut">{data[0]?.policyName}</span>
          {judge}
        </>
      }
    >
      {data.length === 0 ? (
        <p className="inside mut">{t('units.noWarranty')}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th>{t('units.warrantyGroup')}</th>
              <th>{t('units.warranty')}</th>
              <th>{t('units.warrantyEnd')}</th>
              <th className="num">{t('units.warrantyLeft')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((group) => (
              <tr key={group.componentGroupCode}>
                <td>
                  {group.componentGroupName} <span className="mut sm">{group.clause}</span>
                </td>
                <td>
                  <VerdictTag verdict={group.verdict} />
                </td>
                {group.verdict === 'covered' ? (
                  <>
                    <td className="mut">{group.endDay ?? '—'}</td>
                    <td className="num">{leftOf(group, t)}</td>
                  </>
                ) : (
                  // Nothing is left to count; why so is what the caller asks next.
                  <td className="mut sm" colSpan={2} data-why="">
                    {reasonsText(group.reasons, t)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** Days, kilometres and hours that are left of what is covered. */
function leftOf({ daysLeft, kilometresLeft, hoursLeft }: Outcome, t: Text): string {
  const left = [
    daysLeft === null ? '' : t('units.daysLeft', { count: formatCount(daysLeft) }),
    kilometresLeft === null ? '' : t('units.kilometres', { count: formatCount(kilometresLeft) }),
    hoursLeft === null ? '' : t('units.hours', { count: formatCount(hoursLeft) }),
  ];
  return left.filter((text) => text !== '').join(' / ') || '—';
}
