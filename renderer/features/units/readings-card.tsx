import { App, Checkbox } from 'antd';
import { daysBetween } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import { Card } from '../../components/card.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Unit } from './judged-unit.ts';
import './units.css';

type Reading = Unit['readings'][number];

/** What the counters showed over time, with a line to note what they show now. */
export function ReadingsCard({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const may = useMay();
  return (
    <Card title={t('units.readings')}>
      {may('units.edit') && <AddReading unitId={unit.id} />}
      {unit.readings.length === 0 ? (
        <p className="inside mut">{t('units.noReadings')}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th>{t('units.readingDay')}</th>
              <th className="num">{t('units.mileageKm')}</th>
              <th className="num">{t('units.operatingHours')}</th>
              <th className="num">{t('units.sincePrevious')}</th>
              <th>{t('units.source')}</th>
            </tr>
          </thead>
          <tbody>
            {unit.readings.map((reading, place) => (
              <ReadingLine key={reading.id} reading={reading} earlier={unit.readings.slice(place + 1)} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

interface ReadingDraft {
  readonly day: Day | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly counterReplaced: boolean;
}

function AddReading({ unitId }: { readonly unitId: string }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const today = useToday();
  const draft = useDraft<ReadingDraft>(`reading/${unitId}`, {
    day: today,
    mileageKm: null,
    operatingHours: null,
    counterReplaced: false,
  });
  const form = useForm(draft, service.units.addReading, {
    input: (values) => ({ ...values, unitId, day: values.day ?? today }),
    done: () => void message.success(t('units.readingSaved')),
  });
  const isBelow = form.trouble?.kind === 'refused' && form.trouble.code === 'READING_BELOW_LAST';
  const { counterReplaced } = draft.value;
  return (
    <div className="inside">
      <Form form={form}>
        <div className="reading-line">
          <FormField form={form} name="day" label="common.day">
            {(bound) => <DayInput {...bound} width={126} />}
          </FormField>
          <FormField form={form} name="mileageKm" label="units.mileageKm">
            {(bound) => <CountInput {...bound} width={100} />}
          </FormField>
          <FormField form={form} name="operatingHours" label="units.operatingHours">
            {(bound) => <CountInput {...bound} width={70} />}
          </FormField>
          <KeyButton submit label="units.addReading" pending={form.pending} onPress={form.save} />
        </div>
        {(isBelow || counterReplaced) && (
          <Checkbox
            checked={counterReplaced}
            onChange={(event) => draft.set({ counterReplaced: event.target.checked })}
          >
            {t('units.counterReplaced')}
          </Checkbox>
        )}
      </Form>
    </div>
  );
}

function ReadingLine({
  reading,
  earlier,
}: {
  readonly reading: Reading;
  readonly earlier: readonly Reading[];
}) {
  const t = useText();
  const previous = earlier.find((one) => one.mileageKm !== null);
  const driven = kilometresSince(previous, reading);
  const days = previous ? daysBetween(previous.day, reading.day) : 0;
  return (
    <tr>
      <td>{reading.day}</td>
      <td className="num">{reading.mileageKm === null ? '' : formatCount(reading.mileageKm)}</td>
      <td className="num">{reading.operatingHours === null ? '' : formatCount(reading.operatingHours)}</td>
      <td className={driven !== null && driven < 0 ? 'num soon' : 'num mut'}>
        {driven !== null && t('units.more', { km: formatCount(driven), days })}
      </td>
      <td className="mut">{translateAny(t.language, `units.source_${reading.source}`) ?? reading.source}</td>
    </tr>
  );
}

function kilometresSince(previous: Reading | undefined, reading: Reading): number | null {
  const before = previous?.mileageKm ?? null;
  return before === null || reading.mileageKm === null ? null : reading.mileageKm - before;
}
