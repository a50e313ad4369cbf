import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { useService } from '../../service/service-context.tsx';
import type { FoundPart } from './part-values.ts';

/** Picks a part by number, barcode, name, pinyin or initials; a scanner types into it. */
export function PartPick({
  label,
  onPick,
  ...rest
}: {
  /** The number of the part picked, or ''. */
  readonly label: string;
  readonly onPick: (part: FoundPart | null) => void;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly width?: number | undefined;
}) {
  const t = useText();
  const service = useService();
  return (
    <SearchPick
      {...rest}
      label={label}
      onPick={onPick}
      search={(text, signal) => service.parts.find.call({ text: text.slice(0, 60) }, { signal })}
      option={({ id, number, name, specification, bins, availableQuantity, unitOfMeasure }) => ({
        key: id,
        title: number,
        detail: [name, specification, bins].filter((text) => text !== '').join(' · '),
        end: t('parts.monthlyUseOf', { quantity: formatQuantity(availableQuantity), unit: unitOfMeasure }),
      })}
    />
  );
}
