import { memo } from 'react';
import { formatMoney } from '#shared/domain/money.ts';
import { useText } from '../../app/text.ts';
import { CellField } from '../../components/form/cell-field.tsx';
import { MoneyInput, QuantityInput } from '../../components/inputs/number-inputs.tsx';
import { SearchPick } from '../../components/inputs/search-pick.tsx';
import type { FoundPart } from '../../components/parts/find-part.ts';
import { PartPick } from '../../components/parts/part-pick.tsx';
import { RemoveLine } from '../../components/remove-line.tsx';
import { looksTheSame, type LineFaults } from './receipt-faults.ts';
import { lineAmount, type LineCell as Cell, type LineValues } from './receipt-values.ts';
import { binByCode, matchingBins, type Bin } from './use-bins.ts';

interface ReceiptLineProps {
  readonly line: LineValues;
  /** The place among the lines that are sent. */
  readonly index: number;
  readonly bins: readonly Bin[];
  readonly faults: LineFaults | undefined;
  /** The empty line at the end, in which a further one is begun. */
  readonly isNext: boolean;
  readonly onChange: (key: string, change: Partial<LineValues>) => void;
  readonly onRemove: (key: string) => void;
}

/** A line of a receipt: part, quantity, price, bin; Enter leads from one to the next. Drawn anew only when it changes. */
export const ReceiptLine = memo(function ReceiptLine(props: ReceiptLineProps) {
  const { line, index, bins, faults, isNext, onChange, onRemove } = props;
  const t = useText();
  const change = (fields: Partial<LineValues>) => onChange(line.key, fields);
  const pickPart = (found: FoundPart | null) =>
    change(
      found
        ? { ...lineFieldsOfPart(found), ...binFields(found, line, bins) }
        : { part: null, unknownNumber: '' },
    );
  const bin = bins.find((one) => one.id === line.accountId);
  const amount = lineAmount(line);
  const nameOf = (cell: Cell) => `lines.${index}.${cell}`;
  const partFault = line.unknownNumber === '' ? undefined : t('stock.unknownPart');
  const binFault = line.unknownBin === '' ? undefined : t('stock.unknownBin');

  return (
    <tr data-line={line.key}>
      <td className="mut num">{isNext ? '' : index + 1}</td>
      <td>
        <CellField name={nameOf('partId')} label={t('parts.number')} fault={partFault ?? faults?.partId}>
          <PartPick
            label={line.part?.number ?? line.unknownNumber}
            placeholder={isNext ? t('stock.addLine') : undefined}
            onPick={pickPart}
          />
        </CellField>
      </td>
      {isNext ? (
        <td colSpan={7} className="mut sm rest">
          {t('stock.pasteHint')}
        </td>
      ) : (
        <>
          <td className="rest" title={line.part?.name}>
            {line.part?.name}
          </td>
          <td>
            <CellField name={nameOf('quantity')} label={t('parts.quantity')} fault={faults?.quantity}>
              <QuantityInput value={line.quantity} onChange={(quantity) => change({ quantity })} />
            </CellField>
          </td>
          <td className="mut">{line.part?.unitOfMeasure}</td>
          <td>
            <CellField
              name={nameOf('unitPriceFen')}
              label={t('stock.unitPrice')}
              fault={faults?.unitPriceFen}
            >
              <MoneyInput
                value={line.unitPriceFen}
                prefix={null}
                onChange={(unitPriceFen) => change({ unitPriceFen })}
              />
            </CellField>
          </td>
          <td>
            <CellField
              name={nameOf('accountId')}
              label={t('stock.bin')}
              fault={binFault ?? faults?.accountId}
            >
              <SearchPick
                label={bin?.text ?? line.unknownBin}
                placeholder=""
                search={(text) => Promise.resolve(matchingBins(bins, text))}
                option={({ id, text, name }) => ({
                  key: id,
                  title: text,
                  ...(name === text ? {} : { detail: name }),
                })}
                onPick={(picked) => change({ accountId: picked?.id ?? null, unknownBin: '' })}
              />
            </CellField>
          </td>
          <td className="num">{amount === null ? '' : formatMoney(amount)}</td>
          <td>
            <RemoveLine name={line.part?.number} skipped onPress={() => onRemove(line.key)} />
          </td>
        </>
      )}
    </tr>
  );
}, looksTheSame);

/** A found part as the line holds it. */
export function lineFieldsOfPart({
  id,
  number,
  name,
  unitOfMeasure,
}: FoundPart): Pick<LineValues, 'part' | 'unknownNumber'> {
  return { part: { id, number, name, unitOfMeasure }, unknownNumber: '' };
}

/** The bin that already holds the part is where more of it goes, unless somebody has said another. */
export function binFields(
  { bins: codes }: FoundPart,
  line: Pick<LineValues, 'accountId' | 'unknownBin'>,
  bins: readonly Bin[],
): Partial<LineValues> {
  if (line.accountId !== null || line.unknownBin !== '') return {};
  const usual = binByCode(bins, codes[0] ?? '');
  return usual ? { accountId: usual.id } : {};
}
