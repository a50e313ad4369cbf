import { useState } from 'react';
import { App } from 'antd';
import { daysBetween } from '#shared/domain/days.ts';
import type { Day } from '#shared/domain/days.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/use-today.ts';
import { ReasonAct } from '../../components/acts/reason-act.tsx';
import { Card } from '../../components/card.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { DayInput } from '../../components/inputs/day-input.tsx';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { formatCount } from '../../components/inputs/parse-count.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { ReadingDoubt, nothingSaidOfReading } from '../../components/reading-doubt.tsx';
import type { SaidOfReading } from '../../components/reading-doubt.tsx';
import { readingOf } from '../../components/unit-texts.ts';
import { useService } from '../../service/service-context.tsx';
import { isInForce } from './readings.ts';
import type { Reading } from './readings.ts';
import type { Unit } from './judged-unit.ts';
import './units.css';

/** What the counters showed over time, with a line to note what they show now. */
export function ReadingsCard({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const { units } = useService();
  const mayEdit = useMay()('units.edit');
  const [voidingId, setVoidingId] = useState<string>();
  const voiding = unit.readings.find(({ id }) => id === voidingId);
  return (
    <Card title={t('units.readings')}>
      {mayEdit && !voiding && <AddReading unitId={unit.id} />}
      {voiding && (
        <ReasonAct
          key={voiding.id}
          danger
          word="units.voidReading"
          procedure={units.voidReading}
          input={{ id: voiding.id }}
          named={{ day: voiding.day, reading: readingOf(voiding, t) }}
          onDone={() => setVoidingId(undefined)}
          onCancel={() => setVoidingId(undefined)}
        />
      )}
      {unit.readings.length === 0 ? (
        <p className="inside mut">{t('units.noReadings')}</p>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th>{t('fields.readingDay')}</th>
              <th className="num">{t('fields.mileageKm')}</th>
              <th className="num">{t('fields.operatingHours')}</th>
              <th className="num">{t('units.sincePrevious')}</th>
              <th>{t('units.source')}</th>
              {mayEdit && <th />}
            </tr>
          </thead>
          <tbody>
            {unit.readings.map((reading, place) => (
              <ReadingLine
                key={reading.id}
                reading={reading}
                earlier={unit.readings.slice(place + 1).filter(isInForce)}
                onVoid={mayEdit ? () => setVoidingId(reading.id) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

interface ReadingDraft extends SaidOfReading {
  readonly day: Day | null;
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
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
    ...nothingSaidOfReading,
  });
  const form = useForm(draft, service.units.addReading, {
    input: (values) => ({ ...values, unitId, day: values.day ?? today }),
    done: () => void message.success(t('units.readingSaved')),
  });
  return (
    <div className="inside">
      <Form form={form}>
        <div className="reading-line">
          <FormField form={form} name="day" label="common.day">
            {(bound) => <DayInput {...bound} width={126} />}
          </FormField>
          <FormField form={form} name="mileageKm" label="fields.mileageKm">
            {(bound) => (
              <CountInput
                {...bound}
                width={100}
                onChange={(mileageKm) => draft.set({ ...nothingSaidOfReading, mileageKm })}
              />
            )}
          </FormField>
          <FormField form={form} name="operatingHours" label="fields.operatingHours">
            {(bound) => (
              <CountInput
                {...bound}
                width={70}
                onChange={(operatingHours) => draft.set({ ...nothingSaidOfReading, operatingHours })}
              />
            )}
          </FormField>
          <KeyButton submit label="units.addReading" pending={form.pending} onPress={form.save} />
        </div>
        <ReadingDoubt trouble={form.trouble} said={draft.value} onSay={draft.set} />
      </Form>
    </div>
  );
}

function ReadingLine({
  reading,
  earlier,
  onVoid,
}: {
  readonly reading: Reading;
  readonly earlier: readonly Reading[];
  readonly onVoid: (() => void) | undefined;
}) {
  const t = useText();
  const previous = earlier.find((one) => one.mileageKm !== null);
  const isOfForce = isInForce(reading);
  const driven = isOfForce ? kilometresSince(previous, reading) : null;
  const days = previous ? daysBetween(previous.day, reading.day) : 0;
  const number = isOfForce ? 'num' : 'num mut struck';
  return (
    <tr>
      <td className={isOfForce ? undefined : 'mut'}>{reading.day}</td>
      <td className={number}>{reading.mileageKm === null ? '' : formatCount(reading.mileageKm)}</td>
      <td className={number}>{reading.operatingHours === null ? '' : formatCount(reading.operatingHours)}</td>
      <td className={driven !== null && driven < 0 ? 'num soon' : 'num mut'}>
        {driven !== null && t('units.more', { km: formatCount(driven), days })}
        {reading.counterReplaced && ` ${t('units.replacedMark')}`}
      </td>
      <td className="mut wrap">
        {translateAny(t.language, `units.source_${reading.source}`) ?? reading.source}
        {!isOfForce && <div className="late">{t('units.voidedReading', { reason: reading.voidReason })}</div>}
      </td>
      {onVoid && (
        <td className="num">
          {isOfForce && (
            <button type="button" className="link sm" onClick={onVoid}>
              {t('units.voidReading')}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

function kilometresSince(previous: Reading | undefined, reading: Reading): number | null {
  const before = previous?.mileageKm ?? null;
  return before === null || reading.mileageKm === null ? null : reading.mileageKm - before;
}
