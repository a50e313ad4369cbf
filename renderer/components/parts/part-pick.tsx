import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { SearchPick } from '../inputs/search-pick.tsx';
import { findParts } from './find-part.ts';
import type { FoundPart } from './find-part.ts';

/** Picks a part by number, barcode, name, pinyin or initials; a scanner types into it. */
export function PartPick({
  label,
  withPrice = false,
  onPick,
  ...rest
}: {
  /** The number of the part picked, or ''. */
  readonly label: string;
  /** Tells what each part costs. */
  readonly withPrice?: boolean | undefined;
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
      search={(text, signal) => findParts(service, text, signal)}
      option={({ id, number, name, specification, bins, availableQuantity, unitOfMeasure, priceFen }) => ({
        key: id,
        title: `${number} ${name}`,
        detail: [specification, t.listed(bins)].filter((text) => text !== '').join(' · '),
        end: (
          <>
            <span className={availableQuantity > 0 ? undefined : 'late'}>
              {t('parts.monthlyUseOf', { quantity: formatQuantity(availableQuantity), unit: unitOfMeasure })}
            </span>
            {withPrice && <span className="mut"> ¥{formatMoney(priceFen)}</span>}
          </>
        ),
      })}
    />
  );
}
