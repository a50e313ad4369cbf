import { useState } from 'react';
import { categories } from '#shared/domain/states.ts';
import type { Category } from '#shared/domain/states.ts';
import { useScanner } from '../../../../renderer/app/keyboard/scanner.ts';
import { useText } from '../../../../renderer/app/text.ts';
import { Card } from '../../../../renderer/components/card.tsx';
import { Field, Fields } from '../../../../renderer/components/form/field.tsx';
import { PlainForm } from '../../../../renderer/components/form/plain-form.tsx';
import { ChoiceButtons } from '../../../../renderer/components/inputs/choice-buttons.tsx';
import { DayInput } from '../../../../renderer/components/inputs/day-input.tsx';
import {
  CountInput,
  MoneyInput,
  QuantityInput,
} from '../../../../renderer/components/inputs/number-inputs.tsx';
import { ProseInput } from '../../../../renderer/components/inputs/prose-input.tsx';
import { SearchPick } from '../../../../renderer/components/inputs/search-pick.tsx';
import { TextInput } from '../../../../renderer/components/inputs/text-input.tsx';
import { KeyButton } from '../../../../renderer/components/key-button.tsx';
import { Page } from '../../../../renderer/components/page.tsx';
import { useService } from '../../../../renderer/service/service-context.tsx';

interface Values {
  readonly caller: string;
  readonly customer: string;
  readonly category: Category | null;
  readonly km: number | null;
  readonly priceFen: number | null;
  readonly quantity: number | null;
  readonly day: string | null;
  readonly notes: string;
  readonly scanned: string;
  readonly pressed: string;
}

const nothing: Values = {
  caller: '',
  customer: '',
  category: null,
  km: null,
  priceFen: null,
  quantity: null,
  day: null,
  notes: '',
  scanned: '',
  pressed: '',
};

/** Every input once. What they hold stands as JSON below them. */
export function FieldsTrial() {
  const t = useText();
  const service = useService();
  const [values, setValues] = useState(nothing);
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  useScanner((code) => {
    if (!code.startsWith('JJ')) return undefined;
    return () => set({ scanned: code });
  });
  return (
    <Page
      title="fields"
      acts={<KeyButton label="common.save" keys="F9" onPress={() => set({ pressed: 'F9' })} />}
    >
      <Card fill>
        <PlainForm trouble={null} onSave={() => set({ pressed: 'saved' })}>
          <Fields>
            <Field label="common.by" name="caller">
              <TextInput value={values.caller} onChange={(caller) => set({ caller })} autoFocus />
            </Field>
            <Field label="shell.customers" name="customer">
              <SearchPick
                label={values.customer}
                search={async (text) =>
                  (
                    await service.customers.list.call({
                      filter: { text },
                      sort: { by: 'name', descending: false },
                      limit: 5,
                    })
                  ).rows
                }
                option={(row) => ({ key: row.id, title: row.name })}
                onPick={(row) => set({ customer: row?.name ?? '' })}
              />
            </Field>
            <Field label="common.state" name="category">
              <ChoiceButtons
                numbered
                value={values.category}
                onChange={(category) => set({ category })}
                choices={categories.map((value) => ({ value, label: t(`states.category_${value}`) }))}
              />
            </Field>
            <Field label="common.number" name="km">
              <CountInput value={values.km} onChange={(km) => set({ km })} />
            </Field>
            <Field label="common.all" name="priceFen">
              <MoneyInput value={values.priceFen} onChange={(priceFen) => set({ priceFen })} />
            </Field>
            <Field label="common.more" name="quantity">
              <QuantityInput value={values.quantity} onChange={(quantity) => set({ quantity })} />
            </Field>
            <Field label="common.day" name="day">
              <DayInput value={values.day} onChange={(day) => set({ day })} />
            </Field>
            <Field label="common.notes" name="notes">
              <ProseInput value={values.notes} onChange={(notes) => set({ notes })} />
            </Field>
          </Fields>
          <KeyButton submit label="common.save" onPress={() => set({ pressed: 'button' })} />
        </PlainForm>
        <pre data-values="">{JSON.stringify(values)}</pre>
      </Card>
    </Page>
  );
}
