import { App } from 'antd';
import { formatMoney } from '#shared/domain/money.ts';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useScanner } from '../../app/keyboard/scanner.ts';
import { useText } from '../../app/text.ts';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import { useService } from '../../service/service-context.tsx';
import { findExactly } from './find-exactly.ts';
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
    void findExactly(service, code).then(
      (part) => (part ? onScanned(part) : void message.warning(t('requisitions.scanUnknown', { code }))),
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
