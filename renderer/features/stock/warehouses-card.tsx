import { useState } from 'react';
import { App } from 'antd';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Fields } from '../../components/form/field.tsx';
import { Form, FormField } from '../../components/form/form.tsx';
import { SaveActs } from '../../components/form/save-acts.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { SwitchChoice } from '../../components/inputs/switch-choice.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

type Warehouse = Awaited<ReturnType<Service['stock']['warehouses']['call']>>[number];

const nothingYet = { code: '', name: '', active: true };

/** The warehouses, added and changed in their place. */
export function WarehousesCard() {
  const t = useText();
  const may = useMay();
  const service = useService();
  const asked = useAsk(service.stock.warehouses, undefined, { shows: ['warehouse'] });
  const [chosen, setChosen] = useState<string | null>(null);
  const close = () => setChosen(null);
  const mayEdit = may('stock.accounts');
  return (
    <Card
      title={t('stock.warehouses')}
      end={
        mayEdit &&
        chosen !== 'new' && <KeyButton label="stock.newWarehouse" onPress={() => setChosen('new')} />
      }
    >
      {chosen === 'new' && <WarehouseForm warehouse={null} onDone={close} />}
      <Asked of={asked}>
        {(warehouses) =>
          warehouses.length === 0 && chosen !== 'new' ? (
            <EmptyState>{t('stock.noWarehouses')}</EmptyState>
          ) : (
            <table className="lines">
              <tbody>
                {warehouses.map((warehouse) =>
                  warehouse.id === chosen ? (
                    <tr key={warehouse.id}>
                      <td className="wrap" colSpan={4}>
                        <WarehouseForm warehouse={warehouse} onDone={close} />
                      </td>
                    </tr>
                  ) : (
                    <tr key={warehouse.id}>
                      <td>{warehouse.code}</td>
                      <td className="rest">{warehouse.name}</td>
                      <td>{!warehouse.active && <Tag>{t('stock.closed')}</Tag>}</td>
                      <td className="num">
                        {mayEdit && (
                          <button type="button" className="link" onClick={() => setChosen(warehouse.id)}>
                            {t('common.edit')}
                          </button>
                        )}
                      </td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          )
        }
      </Asked>
    </Card>
  );
}

function WarehouseForm({
  warehouse,
  onDone,
}: {
  readonly warehouse: Warehouse | null;
  readonly onDone: () => void;
}) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const initial = warehouse
    ? { code: warehouse.code, name: warehouse.name, active: warehouse.active }
    : nothingYet;
  const draft = useDraft(`warehouse/${warehouse?.id ?? 'new'}`, initial, warehouse?.version);
  const form = useForm(draft, service.stock.saveWarehouse, {
    input: (values, version) => ({ id: warehouse?.id ?? null, version, ...values }),
    done: () => {
      void message.success(t('stock.warehouseSaved'));
      onDone();
    },
  });
  const cancel = () => {
    draft.discard();
    onDone();
  };
  return (
    <div className="inside">
      <Form form={form}>
        <Fields labelWidth={64}>
          <FormField form={form} name="code" label="stock.code" needed>
            {(bound) => <TextInput {...bound} maxLength={20} autoFocus />}
          </FormField>
          <FormField form={form} name="name" label="common.name" needed>
            {(bound) => <TextInput {...bound} maxLength={60} />}
          </FormField>
          {warehouse && (
            <FormField
              form={form}
              name="active"
              label="common.state"
              show={(value) => t(value ? 'stock.open' : 'stock.closed')}
            >
              {(bound) => <SwitchChoice {...bound} yes="stock.open" no="stock.closed" />}
            </FormField>
          )}
        </Fields>
        <SaveActs form={form} onCancel={cancel} />
      </Form>
    </div>
  );
}
