import { App } from 'antd';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { useText } from '../../app/text.ts';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { useService } from '../../service/service-context.tsx';
import type { FoundPart } from './requisition-types.ts';

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
  const service = useService();
  const { message } = App.useApp();
  useScanner((code) => {
    void service.parts.find.call({ text: code.slice(0, 60) }).then(
      ([first, ...others]) => {
        if (first && (others.length === 0 || isExactly(first, code))) onScanned(first);
        else void message.warning(t('requisitions.scanUnknown', { code }));
      },
      // The connection says for itself that it is lost; the code can be scanned again.
      () => {},
    );
    return true;
  });
  return (
    <SearchPick
      label=""
      placeholder={t('requisitions.addPart')}
      autoFocus={autoFocus}
      search={(text, signal) => service.parts.find.call({ text }, { signal })}
      option={(part) => ({
        key: part.id,
        title: `${part.number} ${part.name}`,
        detail: [part.specification, part.bins].filter((text) => text !== '').join(' · '),
        end: (
          <>
            <span className={part.availableQuantity > 0 ? undefined : 'late'}>
              {formatQuantity(part.availableQuantity)} {part.unitOfMeasure}
            </span>{' '}
            <span className="mut">¥{formatMoney(part.priceFen)}</span>
          </>
        ),
      })}
      onPick={(part) => part && onAdd(part)}
    />
  );
}

/** Whether a code is the part's own number; the catalogue puts an exact number or barcode first. */
export function isExactly(part: Pick<FoundPart, 'number'>, code: string): boolean {
  return part.number.normalize('NFKC').toUpperCase() === code.normalize('NFKC').trim().toUpperCase();
}
