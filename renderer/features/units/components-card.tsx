import { useState } from 'react';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { ComponentForm } from './component-form.tsx';
import type { Unit } from './unit-file.tsx';

type Component = Unit['components'][number];

/** The assemblies of a unit that have a supplier and a warranty of their own; edited in their place. */
export function ComponentsCard({ unit }: { readonly unit: Unit }) {
  const t = useText();
  const may = useMay();
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  const close = () => setChosen(null);
  const mayEdit = may('units.edit');
  return (
    <Card
      title={t('units.components')}
      end={
        mayEdit &&
        chosen !== 'new' && <KeyButton label="units.addComponent" onPress={() => setChosen('new')} />
      }
    >
      {chosen === 'new' && <ComponentForm unitId={unit.id} component={null} onDone={close} />}
      {unit.components.length === 0 && chosen !== 'new' ? (
        <p className="inside mut">{t('units.noComponents')}</p>
      ) : (
        <table className="lines">
          <tbody>
            {unit.components.map((component) =>
              component.id === chosen ? (
                <tr key={component.id}>
                  <td className="wrap" colSpan={5}>
                    <ComponentForm unitId={unit.id} component={component} onDone={close} />
                  </td>
                </tr>
              ) : (
                <ComponentLine
                  key={component.id}
                  component={component}
                  onEdit={mayEdit ? () => setChosen(component.id) : undefined}
                />
              ),
            )}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function ComponentLine({
  component,
  onEdit,
}: {
  readonly component: Component;
  readonly onEdit: (() => void) | undefined;
}) {
  const t = useText();
  const { name, serialNumber, supplier, installedDay, removedDay, warrantyUntilDay } = component;
  return (
    <tr>
      <td>{name}</td>
      <td className="mut">{serialNumber}</td>
      <td className="mut">{supplier}</td>
      <td className="mut sm wrap">
        {installedDay && `${t('units.installedDay')} ${installedDay} `}
        {removedDay && `${t('units.removedDay')} ${removedDay} `}
        {warrantyUntilDay && `${t('units.warrantyUntilDay')} ${warrantyUntilDay}`}
      </td>
      <td className="num">
        {onEdit && (
          <button type="button" className="link" onClick={onEdit}>
            {t('common.edit')}
          </button>
        )}
      </td>
    </tr>
  );
}
