import { useText } from '../../app/text.ts';
import { CellField } from '../../components/form/cell-field.tsx';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { PartPick } from '../../components/parts/part-pick.tsx';
import { useScannedPart } from '../../components/parts/scanned-part.ts';

/** Adds parts to a list: by number, name, pinyin, or by scanning one after the other. */
export function PartAdder({
  onAdd,
  onScanned,
  autoFocus,
}: {
  readonly onAdd: (part: FoundPart) => void;
  /** A part was scanned: the next scan may follow at once. */
  readonly onScanned: (part: FoundPart) => void;
  readonly autoFocus?: boolean | undefined;
}) {
  const t = useText();
  useScannedPart(onScanned, () => false);
  return (
    <CellField label={t('requisitions.addPart')} name="addedPart">
      <PartPick
        label=""
        withPrice
        placeholder={t('requisitions.addPart')}
        autoFocus={autoFocus}
        onPick={(part) => part && onAdd(part)}
      />
    </CellField>
  );
}
