import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recall, remember } from '../../app/memory.ts';
import { useText } from '../../app/text.ts';
import { SelectInput } from '../inputs/select-input.tsx';

/** The printer for a kind of paper at this PC. */
export interface ChosenPrinter {
  /** `undefined`: this PC's default printer. */
  readonly name: string | undefined;
  readonly choose: (name: string | undefined) => void;
}

/** The printer that this PC prints a kind of paper on. */
export function usePrinter(paperKind: string): ChosenPrinter {
  const key = `printer/${paperKind}`;
  const [name, setName] = useState(() => {
    const known = recall(key);
    return typeof known === 'string' ? known : undefined;
  });
  return {
    name,
    choose: (next) => {
      setName(next);
      remember(key, next);
    },
  };
}

/** Chooses among the printers of this PC; in a browser its own dialog does that. */
export function PrinterChoice({ printer }: { readonly printer: ChosenPrinter }) {
  const t = useText();
  const printers = useQuery({
    queryKey: ['printers'],
    queryFn: async () => (await window.desktop?.listPrinters()) ?? [],
    staleTime: 0,
    meta: { shows: [] },
    enabled: window.desktop !== undefined,
  });
  if (!printers.data || printers.data.length === 0) return null;
  return (
    <SelectInput
      width={200}
      value={printer.name ?? null}
      emptyLabel={t('common.defaultPrinter')}
      choices={printers.data.map(({ printerName, label }) => ({ value: printerName, label }))}
      onChange={(name) => printer.choose(name ?? undefined)}
    />
  );
}
