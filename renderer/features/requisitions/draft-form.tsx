import { requisitionPurposes } from '#shared/domain/states.ts';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { useText } from '../../app/text.ts';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { NoneYet } from '../../components/form/none-yet.tsx';
import type { Form as FormOf } from '../../components/form/use-form.ts';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { SelectInput } from '../../components/inputs/select-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { PasteNotice } from '../../components/parts/paste-notice.tsx';
import { useService } from '../../service/service-context.tsx';
import { faultsOf } from '../../service/trouble.ts';
import { CaseFacts } from './case-facts.tsx';
import { DraftLines } from './draft-lines.tsx';
import type { DraftValues } from './draft-values.ts';
import { PartAdder } from './part-adder.tsx';
import { useDraftLines } from './use-draft-lines.ts';
import { useHolderAccounts } from './use-holders.ts';

/** The fields of a requisition and its lines; parts come by typing, scanning or pasting. */
export function DraftForm({
  form,
  pending,
  refused = null,
  onSave,
  onSubmit,
}: {
  readonly form: FormOf<DraftValues>;
  readonly pending: boolean;
  /** Why it could not be submitted. */
  readonly refused?: string | null;
  readonly onSave: () => void;
  readonly onSubmit: () => void;
}) {
  const t = useText();
  const lines = useDraftLines(form.draft);
  const isEmpty = form.draft.value.lines.length === 0;
  const submitWhole = () => {
    if (form.place.isWhole()) onSubmit();
  };
  useShortcut('Ctrl+Enter', submitWhole, 'requisitions.submit', { enabled: !isEmpty && !pending });
  return (
    <div className="scroll inside grow" onPaste={lines.paste}>
      <Form form={{ ...form, save: onSave }}>
        {refused !== null && (
          <div className="banner late" role="alert">
            {refused}
          </div>
        )}
        <HeadFields form={form} />
        <DraftLines
          lines={form.draft.value.lines}
          judgements={lines.judgements}
          trouble={form.trouble}
          onChange={lines.set}
        />
        <div className="row">
          <div className="grow" data-testid="adder">
            <PartAdder
              autoFocus={form.draft.value.holderAccountId !== ''}
              onAdd={lines.add}
              onScanned={lines.scanned}
            />
          </div>
          <span className="mut sm">{t('common.pasteHere')}</span>
        </div>
        <PasteNotice
          report={lines.report}
          unknownNumbers="requisitions.pasteUnknown"
          onClose={lines.forgetReport}
        />
        <div className="row tight">
          <KeyButton
            primary
            submit
            label="requisitions.submit"
            keys="F9"
            pending={pending}
            disabled={isEmpty}
            onPress={onSubmit}
          />
          <KeyButton
            label="requisitions.keep"
            shownKeys="Ctrl+S"
            disabled={pending || !form.draft.isChanged}
            onPress={onSave}
          />
        </div>
      </Form>
    </div>
  );
}

function HeadFields({ form }: { readonly form: FormOf<DraftValues> }) {
  const t = useText();
  const service = useService();
  const holders = useHolderAccounts();
  const accounts = holders ?? [];
  const { draft } = form;
  const isWarranty = draft.value.purpose === 'warranty';
  return (
    <Fields>
      <FormField form={form} name="purpose" label="fields.purpose">
        {(bound) => (
          <ChoiceButtons
            {...bound}
            choices={requisitionPurposes.map((value) => ({
              value,
              label: t(`states.requisitionPurpose_${value}`),
            }))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="caseId"
        label="fields.caseNumber"
        needed={isWarranty}
        hint={
          draft.value.caseId === null ? (
            <span className="mut sm">
              {t(isWarranty ? 'requisitions.caseNeeded' : 'requisitions.withoutCase')}
            </span>
          ) : (
            <CaseFacts caseId={draft.value.caseId} />
          )
        }
        also={['caseName', 'unitId']}
        show={(_, { caseName }) => caseName}
      >
        {() => (
          <SearchPick
            autoFocus={draft.value.caseId === null && draft.value.holderAccountId === ''}
            label={draft.value.caseName}
            placeholder={t('requisitions.findCase')}
            search={(text, signal) =>
              service.search.all.call({ text, kinds: ['case'], limit: 12 }, { signal })
            }
            option={({ id, title, subtitle }) => ({ key: id, title, detail: subtitle })}
            onPick={(hit) => draft.set(caseChosen(draft.value, hit))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="holderAccountId"
        label="requisitions.holder"
        needed
        hint={holders?.length === 0 ? <NoneYet kind="holder" /> : undefined}
        // An account has no format that a person could mend; it is there or not.
        fault={
          'holderAccountId' in faultsOf(form.trouble) && draft.value.holderAccountId === ''
            ? t('issue.required')
            : undefined
        }
        show={(id) => accounts.find((account) => account.id === id)?.name ?? ''}
      >
        {({ value, onChange }) => (
          <SelectInput
            width={260}
            autoFocus={draft.value.caseId !== null && value === ''}
            value={value === '' ? null : value}
            emptyLabel={t('requisitions.chooseHolder')}
            choices={accounts.map((account) => ({
              value: account.id,
              findable: account.findable,
              label: `${account.name} ${t(`states.accountKind_${account.kind}`)}`,
            }))}
            onChange={(id) => onChange(id ?? '')}
          />
        )}
      </FormField>
      <FormField form={form} name="notes" label="common.notes">
        {(bound) => <ProseInput {...bound} rows={1} maxLength={1000} />}
      </FormField>
    </Fields>
  );
}

/** Another case has another unit, and judgements of its own. */
function caseChosen(
  { lines }: DraftValues,
  hit: { readonly id: string; readonly title: string } | null,
): Partial<DraftValues> {
  return {
    caseId: hit?.id ?? null,
    caseName: hit?.title ?? '',
    unitId: null,
    lines: lines.map((line) => ({ ...line, judgementId: null })),
  };
}
