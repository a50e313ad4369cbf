import { inArray } from 'drizzle-orm';
import { calling } from '../../database/named.ts';
import { parts } from '../../schema/parts.tables.ts';

/** A part as the lines of documents name it. */
export interface PartName {
  readonly number: string;
  readonly name: string;
  readonly specification: string;
  readonly unitOfMeasure: string;
}

/** The parts with these ids. */
export const partsNamed = calling<PartName>(
  'parts.named',
  { number: '', name: '', specification: '', unitOfMeasure: '' },
  (db, ids) =>
    db
      .select({
        id: parts.id,
        number: parts.number,
        name: parts.name,
        specification: parts.specification,
        unitOfMeasure: parts.unitOfMeasure,
      })
      .from(parts)
      .where(inArray(parts.id, ids)),
);
