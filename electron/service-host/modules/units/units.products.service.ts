import { eq } from 'drizzle-orm';
import { newId } from '#shared/domain/ids.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { recordAudit } from '../../desks/audit/audit.service.ts';
import { editRecord } from '../../desks/edit-record.ts';
import { noteRenamed } from '../../desks/search/search.service.ts';
import { freeKey } from '../taken-code.ts';
import { products } from '../../schema/units.tables.ts';

/** What a person fills in of a model. */
export interface ProductFields {
  readonly code: string;
  readonly name: string;
  readonly productLine: string;
  readonly active: boolean;
}

/** Adds a model. Refuses CODE_TAKEN for the code of another one. */
export async function createProduct(tx: WriteTx, input: ProductFields) {
  const id = newId<'product'>(tx.now);
  const fields = productFields(input);
  const codeKey = await freeKey({ field: 'code', code: fields.code }, (key) => holderOfCode(tx, key));
  await tx.db.insert(products).values({ id, ...fields, codeKey, version: 1 });
  await recordAudit(tx, { act: 'units.createProduct', subjectKind: 'product', subjectId: id, after: fields });
  return { id, version: 1 };
}

/** Changes a model; under a new code its units are found soon after. Refuses as createProduct does, and CHANGED_MEANWHILE. */
export async function editProduct(
  tx: WriteTx,
  input: ProductFields & { readonly id: string; readonly version: number },
) {
  const { id, version } = input;
  const fields = productFields(input);
  const [before] = await tx.db
    .select({ code: products.code, key: products.codeKey })
    .from(products)
    .where(eq(products.id, id));
  const wanted = { field: 'code', code: fields.code, before };
  const codeKey = await freeKey(wanted, (key) => holderOfCode(tx, key));
  const saved = await editRecord(tx, products, {
    kind: 'product',
    act: 'units.editProduct',
    id,
    version,
    fields: { ...fields, codeKey },
    secret: ['codeKey'],
  });
  if (before?.code !== fields.code) await noteRenamed(tx, 'product', id);
  return saved;
}

async function holderOfCode(tx: ReadTx, key: string): Promise<string | undefined> {
  const [holder] = await tx.db
    .select({ code: products.code, name: products.name })
    .from(products)
    .where(eq(products.codeKey, key));
  return holder && `${holder.code} ${holder.name}`;
}

function productFields({ code, name, productLine, active }: ProductFields): ProductFields {
  return { code, name, productLine, active };
}
