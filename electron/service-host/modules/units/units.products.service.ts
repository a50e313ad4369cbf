import { and, eq, ne, or, sql } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import { refuse } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { editRecord } from '../edit-record.ts';
import { indexUnitsWhere } from './units.search.service.ts';
import { products } from './units.tables.ts';

/** What a person fills in of a model. */
export interface ProductFields {
  readonly code: string;
  readonly name: string;
  readonly productLine: string;
  readonly active: boolean;
}

/** Adds a model. Refuses ALREADY_EXISTS for the code of another one, in small letters or capitals. */
export async function createProduct(tx: WriteTx, input: ProductFields) {
  const id = newId<'product'>(tx.now);
  const fields = productFields(input);
  await refuseTakenCode(tx, id, fields.code);
  await tx.db.insert(products).values({ id, ...fields, version: 1 });
  await recordAudit(tx, { act: 'units.createProduct', subjectKind: 'product', subjectId: id, after: fields });
  return { id, version: 1 };
}

/** Changes a model; under a new code its units are found at once. Refuses as createProduct does, and CHANGED_MEANWHILE. */
export async function editProduct(
  tx: WriteTx,
  input: ProductFields & { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const fields = productFields(input);
  await refuseTakenCode(tx, id, fields.code);
  const [before] = await tx.db.select({ code: products.code }).from(products).where(eq(products.id, id));
  const saved = await editRecord(tx, products, {
    kind: 'product',
    act: 'units.editProduct',
    id,
    version,
    fields,
  });
  if (before?.code !== fields.code) await indexUnitsWhere(tx, 'productId', id);
  return saved;
}

async function refuseTakenCode(tx: WriteTx, id: string, code: string): Promise<void> {
  const [taken] = await tx.db
    .select({ code: products.code })
    .from(products)
    // SQLite knows the small letters of ASCII alone.
    .where(
      and(
        or(eq(products.code, code), eq(sql`lower(${products.code})`, code.toLowerCase())),
        ne(products.id, id),
      ),
    );
  if (taken) refuse('ALREADY_EXISTS', { field: 'code', value: taken.code });
}

function productFields({ code, name, productLine, active }: ProductFields): ProductFields {
  return { code, name, productLine, active };
}
