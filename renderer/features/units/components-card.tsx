import { useText } from '../../app/text.ts';
import { EditableRowsCard } from '../../components/editable-rows-card.tsx';
import { ComponentForm } from './component-form.tsx';
import type { Unit } from './judged-unit.ts';

/** The assemblies of a unit that have a supplier and a warranty of their own; edited in their place. */
export function ComponentsCard({ unit }: { readonly unit: Unit }) {
  return (
    <EditableRowsCard
      title="units.components"
      permission="units.edit"
      add="units.addComponent"
      empty="units.noComponents"
      rows={unit.components}
      columnCount={4}
      cells={(component) => <ComponentCells component={component} />}
      form={(component, onDone) => <ComponentForm unitId={unit.id} component={component} onDone={onDone} />}
    />
  );
}

function ComponentCells({ component }: { readonly component: Unit['components'][number] }) {
  const t = useText();
  const { name, serialNumber, supplier, installedDay, removedDay, warrantyUntilDay } = component;
  return (
    <>
      <td>{name}</td>
      <td className="mut">{serialNumber}</td>
      <td className="mut">{supplier}</td>
      <td className="mut sm wrap">
        {installedDay && `${t('units.installedDay')} ${installedDay} `}
        {removedDay && `${t('units.removedDay')} ${removedDay} `}
        {warrantyUntilDay && `${t('units.warrantyUntilDay')} ${warrantyUntilDay}`}
      </td>
    </>
  );
}
