import { useOpen } from '../../app/navigate.ts';
import type { MessageKey } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';

const tabs = [
  { key: 'customers', label: 'customers.customers', path: '/customers' },
  { key: 'units', label: 'units.units', path: '/customers/units' },
  { key: 'models', label: 'units.models', path: '/customers/models' },
] as const satisfies readonly { key: string; label: MessageKey; path: string }[];

/** The three lists of this place, side by side. */
export function FileTabs({ chosen }: { readonly chosen: (typeof tabs)[number]['key'] }) {
  const open = useOpen();
  return (
    <div className="row tight">
      {tabs.map(({ key, label, path }) => (
        <KeyButton key={key} label={label} chosen={key === chosen} onPress={() => open(path)} />
      ))}
    </div>
  );
}
