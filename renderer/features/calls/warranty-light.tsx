import { translateAny } from '#shared/messages/translate.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { FaultGroup } from '#shared/domain/states.ts';
import { stateWord } from '../../app/state-word.ts';
import { useText } from '../../app/text.ts';
import type { Text } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { useDebounced } from './use-debounced.ts';
import { verdictTone } from './caller-side.tsx';

type Preview = Awaited<ReturnType<Service['warranty']['preview']['call']>>[number];

/** The component groups a fault group usually means; theirs stands first. */
const groupOfFault: Readonly<Record<FaultGroup, string | undefined>> = {
  body: 'body',
  chassisEngine: 'chassis',
  electrical: 'electrical',
  airConditioning: 'airConditioning',
  other: undefined,
};

/** What a judgement would say now, in words to read to the caller; kept nowhere. */
export function WarrantyLight({
  unitId,
  mileageKm,
  operatingHours,
  faultGroup,
}: {
  readonly unitId: string;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly faultGroup: FaultGroup | null;
}) {
  const t = useText();
  const service = useService();
  const now = useNow();
  const counters = useDebounced(JSON.stringify([mileageKm, operatingHours]), 200);
  // Written by the line above.
  const [km, hours] = JSON.parse(counters) as [number | null, number | null];
  const preview = useAsk(
    service.warranty.preview,
    { unitId, day: dayOf(now), mileageKm: km, operatingHours: hours },
    { shows: ['unit', 'warrantyPolicy', 'judgement', 'report'], keepLast: true },
  );
  if (!preview.data) return null;
  const wanted = faultGroup === null ? undefined : groupOfFault[faultGroup];
  const first = preview.data.find(({ componentGroupCode }) => componentGroupCode === wanted);
  const rows = first ? [first, ...preview.data.filter((row) => row !== first)] : preview.data;
  return (
    <div className="warranty-light" data-testid="warranty-light">
      <div className="row">
        <b>{t('contacts.warranty')}</b>
        <span className="mut sm cut">{rows[0]?.policyName}</span>
      </div>
      {rows.length === 0 && <span className="mut">{t('contacts.noWarranty')}</span>}
      <div className="scroll">
        <table className="lines bare">
          <tbody>
            {rows.map((row) => (
              <tr key={row.componentGroupCode} className={row === first ? 'on' : undefined}>
                <td>{row.componentGroupName}</td>
                <td>
                  <Tag tone={verdictTone[row.verdict]}>{stateWord(t, 'verdict', row.verdict)}</Tag>
                </td>
                <td className="wrap">{reasonsOf(row, t)}</td>
                <td className="mut sm num">{row.clause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function reasonsOf(row: Preview, t: Text): string {
  return row.reasons
    .map(({ key, parameters }) => translateAny(t.language, key, parameters))
    .filter((sentence) => sentence !== undefined)
    .join(t.language === 'en' ? '; ' : ';');
}
