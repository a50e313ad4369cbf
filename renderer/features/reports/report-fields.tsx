import { useText } from '../../app/text.ts';
import type { MessageKey } from '../../app/text.ts';
import { Fields } from '../../components/form/field.tsx';
import { FormField } from '../../components/form/form.tsx';
import type { Form } from '../../components/form/use-form.ts';
import { MomentInput } from '../../components/inputs/moment-input.tsx';
import { CountInput, MoneyInput } from '../../components/inputs/number-inputs.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { thisMinute } from './report-values.ts';
import type { ReportValues } from './report-values.ts';
import { TechnicianChoice, useTechnicians } from './technician-choice.tsx';

type ReportForm = { readonly form: Form<ReportValues> };

/** Who did the work, when, and what the counters showed. */
export function WorkFields({ form }: ReportForm) {
  const t = useText();
  const technicians = useTechnicians(form.draft.value.technicianIds);
  const names = (ids: readonly string[]) => t.listed(ids.map((id) => technicians.nameOf(id)));
  const moment = (at: number | null) => (at === null ? '—' : t.fullMoment(at));
  return (
    <Fields two>
      <FormField form={form} name="technicianIds" label="reports.technicians" show={names} needed wide>
        {(bound) => <TechnicianChoice {...bound} technicians={technicians} />}
      </FormField>
      <TimeField form={form} name="arrivedAt" label="reports.arrivedAt" show={moment} />
      <TimeField form={form} name="finishedAt" label="reports.finishedAt" show={moment} needed />
      <FormField form={form} name="mileageKm" label="reports.mileage">
        {(bound) => <CountInput {...bound} width={150} suffix={<span className="mut sm">km</span>} />}
      </FormField>
      <FormField form={form} name="operatingHours" label="reports.operatingHours">
        {(bound) => <CountInput {...bound} width={150} suffix={<span className="mut sm">h</span>} />}
      </FormField>
    </Fields>
  );
}

/** What was found and done. */
export function TextFields({ form }: ReportForm) {
  const t = useText();
  return (
    <Fields two>
      <Prose form={form} name="symptom" label="reports.symptom" />
      <Prose form={form} name="cause" label="reports.cause" />
      <Prose form={form} name="work" label="reports.work" wide />
      <FormField
        form={form}
        name="faultPlaceOpenedBefore"
        label="reports.openedBefore"
        show={(was) => t(was ? 'reports.openedBeforeYes' : 'reports.openedBeforeNo')}
        wide
      >
        {(bound) => <SwitchChoice {...bound} yes="reports.openedBeforeYes" no="reports.openedBeforeNo" />}
      </FormField>
    </Fields>
  );
}

const feeParts = [
  { name: 'partsFeeFen', label: 'reports.partsFee' },
  { name: 'labourFeeFen', label: 'reports.labourFee' },
  { name: 'travelFeeFen', label: 'reports.travelFee' },
] as const;

/** What the customer pays, and what they are given. */
export function FeeFields({ form }: ReportForm) {
  const t = useText();
  const show = (feeFen: number | null) => t('reports.feeOf', { feeFen: feeFen ?? 0 });
  return (
    <Fields two>
      <FormField form={form} name="feeFen" label="reports.fee" show={show}>
        {(bound) => <MoneyInput {...bound} width={150} />}
      </FormField>
      <FormField form={form} name="compensation" label="reports.compensation">
        {(bound) => <TextInput {...bound} maxLength={200} />}
      </FormField>
      {feeParts.map(({ name, label }) => (
        <FormField key={name} form={form} name={name} label={label} show={show}>
          {(bound) => <MoneyInput {...bound} width={150} />}
        </FormField>
      ))}
    </Fields>
  );
}

function Prose({
  form,
  name,
  label,
  wide,
}: ReportForm & {
  readonly name: 'symptom' | 'cause' | 'work';
  readonly label: MessageKey;
  readonly wide?: boolean;
}) {
  return (
    <FormField form={form} name={name} label={label} needed wide={wide ?? false}>
      {(bound) => <ProseInput {...bound} rows={2} maxLength={4000} />}
    </FormField>
  );
}

/** A point in time, with one press for the minute it is. */
function TimeField({
  form,
  name,
  ...rest
}: ReportForm & {
  readonly name: 'arrivedAt' | 'finishedAt';
  readonly label: MessageKey;
  readonly show: (at: number | null) => string;
  readonly needed?: boolean;
}) {
  const t = useText();
  return (
    <FormField form={form} name={name} {...rest}>
      {(bound) => (
        <span className="row tight">
          <MomentInput {...bound} autoFocus={name === 'arrivedAt' && bound.value === null} />
          <button type="button" className="link sm" onClick={() => bound.onChange(thisMinute(Date.now()))}>
            {t('reports.now')}
          </button>
        </span>
      )}
    </FormField>
  );
}
