import { useState } from 'react';
import { useOpen, useWhereabouts } from '../../app/navigate.ts';
import { PlaceTabs } from '../../app/place-tabs.tsx';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { TextInput } from '../../components/inputs/text-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { MasterDetail } from '../../components/master-detail.tsx';
import { NothingChosen } from '../../components/nothing-chosen.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { Page } from '../../components/page.tsx';
import { Tag } from '../../components/tag.tsx';
import { useService } from '../../service/service-context.tsx';
import type { Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ModelCard } from './model-form.tsx';

/** A model of the catalogue. */
export type Product = Awaited<ReturnType<Service['units']['products']['call']>>[number];

/** The models that are or were sold: all of them on the left, one on the right. */
export function ModelsPage() {
  const t = useText();
  const service = useService();
  const open = useOpen();
  const may = useMay();
  const chosenId = useWhereabouts().names['productId'];
  const asked = useAsk(service.units.products, undefined, { shows: ['product'] });
  const chosen = asked.data?.find((product) => product.id === chosenId);
  const create = () => open('/customers/models/new');

  return (
    <Page
      title={t('shell.customers')}
      beside={<PlaceTabs />}
      acts={may('units.edit') && <KeyButton primary label="units.createModel" keys="F9" onPress={create} />}
    >
      <MasterDetail
        detailWidth={640}
        list={
          <Card fill>
            <Asked of={asked}>
              {(products) => <ModelList products={products} chosenId={chosenId} onCreate={create} />}
            </Asked>
          </Card>
        }
        detail={<Detail key={chosenId} isNew={chosenId === 'new'} chosen={chosen} />}
      />
    </Page>
  );
}

function Detail({ isNew, chosen }: { readonly isNew: boolean; readonly chosen: Product | undefined }) {
  const may = useMay();
  if (isNew || chosen) return <ModelCard product={chosen} />;
  return <NothingChosen label={may('units.edit') ? 'units.chooseModel' : 'units.chooseModelToSee'} />;
}

function ModelList({
  products,
  chosenId,
  onCreate,
}: {
  readonly products: readonly Product[];
  readonly chosenId: string | undefined;
  readonly onCreate: () => void;
}) {
  const t = useText();
  const may = useMay();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = products.filter(({ code, name, productLine }) =>
    `${code} ${name} ${productLine}`.toLowerCase().includes(wanted),
  );
  if (products.length === 0) {
    const act = may('units.edit') && <KeyButton label="units.createModel" onPress={onCreate} />;
    return <EmptyState act={act}>{t('units.emptyModels')}</EmptyState>;
  }
  return (
    <>
      <div className="list-bar">
        <TextInput width={280} placeholder={t('grid.quickText')} value={text} onChange={setText} />
        <span className="list-acts mut sm">{t('grid.rowsLoaded', { count: shown.length })}</span>
      </div>
      <div className="scroll">
        {shown.length === 0 && <EmptyState>{t('grid.noMatch')}</EmptyState>}
        <table className="lines">
          <thead>
            <tr>
              <th>{t('fields.productCode')}</th>
              <th>{t('fields.productName')}</th>
              <th>{t('fields.productLine')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {shown.map((product) => (
              <OpenRow
                key={product.id}
                path={`/customers/models/${product.id}`}
                isChosen={product.id === chosenId}
              >
                <td>{product.code}</td>
                <td>{product.name}</td>
                <td className="mut">{product.productLine}</td>
                <td className="num">{!product.active && <Tag>{t('units.inactive')}</Tag>}</td>
              </OpenRow>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
