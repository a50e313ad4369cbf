import { formatMoney, parseMoney } from '#shared/domain/money.ts';
import type { Fen } from '#shared/domain/money.ts';
import { formatQuantity, parseQuantity } from '#shared/domain/quantities.ts';
import type { Quantity } from '#shared/domain/quantities.ts';
import { formatCount, parseCount } from './parse-count.ts';
import { ParsedInput } from './parsed-input.tsx';
import type { ParsedInputProps } from './parsed-input.tsx';

/** Money, exact to the fen. Takes '1286.5', '1,286.50', full-width digits. */
export function MoneyInput(props: ParsedInputProps<Fen>) {
  return (
    <ParsedInput
      prefix={<span className="mut">¥</span>}
      {...props}
      parse={parseMoney}
      format={formatMoney}
      notUnderstood="common.notMoney"
      className="number-input"
    />
  );
}

/** A quantity, exact to the thousandth of a piece, metre or litre. */
export function QuantityInput(props: ParsedInputProps<Quantity>) {
  return (
    <ParsedInput
      {...props}
      parse={parseQuantity}
      format={formatQuantity}
      notUnderstood="common.notAQuantity"
      className="number-input"
    />
  );
}

/** A whole number that counts: kilometres, hours, days. */
export function CountInput(props: ParsedInputProps<number>) {
  return (
    <ParsedInput
      {...props}
      parse={parseCount}
      format={formatCount}
      notUnderstood="common.notACount"
      className="number-input"
    />
  );
}
