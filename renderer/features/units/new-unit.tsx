import { App } from 'antd';
import { dayOf } from '#shared/domain/days.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { ExistingUnit } from '../../components/existing-unit.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { CountInput } from '../../components/inputs/number-inputs.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { ReadingDoubt } from '../../components/reading-doubt.tsx';
import { useRemembered } from '../../grid/use-remembered.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { UnitFirstFields, UnitMoreFields } from './unit-fields.tsx';
import { newUnitValues, unitInputOf } from './unit-values.ts';
import type { UnitValues } from './unit-values.ts';

interface NewUnitValues extends UnitValues {
  readonly mileageKm: number | null;
  readonly operatingHours: number | null;
  readonly readingConfirmed: boolean;
}

/** A new unit, of the customer whose file it was begun from. */
export function NewUnit({ customerId }: { readonly customerId: string | undefined }) {
  const service = useService();
  const asked = useAsk(
    service.customers.get,
    { id: customerId ?? '' },
    { shows: ['customer'], enabled: customerId !== undefined },
  );
  // The fields wait for the name of the customer, so that the draft begins with it.
  if (customerId !== undefined && asked.isPending) return null;
  const { name = '', region = '' } = asked.data ?? {};
  return <NewUnitForm customerId={asked.data ? customerId : undefined} customerName={name} region={region} />;
}

function NewUnitForm({
  customerId,
  customerName,
  region,
}: {
  readonly customerId: string | undefined;
  readonly customerName: string;
  readonly region: string;
}) {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const { message } = App.useApp();
  const [showsMore, setShowsMore] = useRemembered('units/newShowsMore', false);
  const initial: NewUnitValues = {
    ...newUnitValues,
    customerId: customerId ?? null,
    customerName,
    region,
    mileageKm: null,
    operatingHours: null,
    readingConfirmed: false,
  };
  const draft = useDraft(`unit/new/${customerId ?? ''}`, initial);
  const form = useForm(draft, service.units.create, {
    input: ({ mileageKm, operatingHours, readingConfirmed, ...values }) => {
      const reading = { day: dayOf(Date.now()), mileageKm, operatingHours };
      return {
        ...unitInputOf(values),
        readingConfirmed,
        reading: mileageKm === null && operatingHours === null ? null : reading,
      };
    },
    done: ({ id }) => {
      void message.success(t('units.saved'));
      open(pathOfRecord('unit', id), { replace: true });
    },
  });
  const cancel = () => {
    draft.discard();
    open(customerId === undefined ? '/customers/units' : pathOfRecord('customer', customerId), {
      replace: true,
    });
  };

  return (
    <Card title={t('units.create')} end={<span className="mut sm">{t('customers.moreLater')}</span>}>
      <div className="inside scroll">
        <Form form={form}>
          <Fields two labelWidth={84}>
            <UnitFirstFields form={form} autoFocus />
            <FormField form={form} name="mileageKm" label="fields.mileageKm">
              {(bound) => (
                <CountInput
                  {...bound}
                  width={150}
                  onChange={(mileageKm) => draft.set({ mileageKm, readingConfirmed: false })}
                />
              )}
            </FormField>
            <FormField form={form} name="operatingHours" label="fields.operatingHours">
              {(bound) => (
                <CountInput
                  {...bound}
                  width={150}
                  onChange={(operatingHours) => draft.set({ operatingHours, readingConfirmed: false })}
                />
              )}
            </FormField>
            {showsMore && <UnitMoreFields form={form} isNew />}
          </Fields>
          <ReadingDoubt
            trouble={form.trouble}
            said={{ counterReplaced: false, readingConfirmed: draft.value.readingConfirmed }}
            onSay={({ readingConfirmed = false }) => draft.set({ readingConfirmed })}
          />
          <ExistingUnit trouble={form.trouble} />
          <SaveActs form={form} onCancel={cancel}>
            <KeyButton
              label="customers.more"
              keys="F7"
              chosen={showsMore}
              onPress={() => setShowsMore(!showsMore)}
            />
          </SaveActs>
        </Form>
      </div>
    </Card>
  );
}
