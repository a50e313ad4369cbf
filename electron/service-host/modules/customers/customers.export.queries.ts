import type { Language } from '#shared/domain/actor.ts';
import { listed } from '#shared/messages/punctuation.ts';
import { translate } from '#shared/messages/translate.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { everyPage } from '../../database/whole-list.ts';
import type { ExcelSheet } from '../../desks/lists/excel.ts';
import { customerRows, listCustomers } from './customers.queries.ts';

type ExportRow = Awaited<ReturnType<typeof customerRows>>[number];

/** Every customer with its numbers, by name, as an Excel sheet. */
export async function customersSheet(
  tx: ReadTx,
  _: unknown,
  language: Language,
): Promise<ExcelSheet<ExportRow>> {
  const sort = { by: 'name', descending: false } as const;
  const rows = await everyPage((after, limit) => listCustomers(tx, { filter: {}, sort, after, limit }));
  const title = (key: Parameters<typeof translate>[1]) => translate(language, key);
  return {
    name: `${title('customers.customers')} ${dayOf(tx.now)}`,
    rows,
    columns: [
      { title: title('customers.name'), kind: 'text', width: 30, value: (row) => row.name },
      {
        title: title('customers.kind'),
        kind: 'text',
        width: 8,
        value: (row) => title(`states.customerKind_${row.kind}`),
      },
      {
        title: title('customers.telephones'),
        kind: 'text',
        width: 26,
        value: (row) => listed(language, row.telephones),
      },
      { title: title('customers.region'), kind: 'text', value: (row) => row.region },
      { title: title('customers.address'), kind: 'text', width: 30, value: (row) => row.address },
      {
        title: title('customers.distanceClass'),
        kind: 'text',
        width: 8,
        value: (row) => title(`states.distanceClass_${row.distanceClass}`),
      },
      { title: title('customers.distanceKm'), kind: 'whole', value: (row) => row.distanceKm },
      {
        title: title('customers.importance'),
        kind: 'text',
        width: 12,
        value: (row) => title(`states.importance_${row.importance}`),
      },
      { title: title('customers.unitCount'), kind: 'whole', value: (row) => row.unitCount },
      { title: title('customers.openCases'), kind: 'whole', value: (row) => row.openCaseCount },
      {
        title: title('customers.active'),
        kind: 'text',
        width: 8,
        value: (row) => title(row.active ? 'common.yes' : 'common.no'),
      },
      { title: title('customers.notes'), kind: 'text', width: 30, value: (row) => row.notes },
      { title: title('customers.createdAt'), kind: 'moment', value: (row) => row.createdAt },
    ],
  };
}
