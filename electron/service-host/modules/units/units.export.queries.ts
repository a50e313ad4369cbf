import type { Language } from '#shared/domain/actor.ts';
import { translate } from '#shared/messages/translate.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import { everyPage, inPortions } from '../../database/whole-list.ts';
import type { ExcelSheet } from '../../desks/lists/excel.ts';
import { listUnits, unitSummaries } from './units.queries.ts';

type ExportRow = Awaited<ReturnType<typeof unitSummaries>>[number];

/** Every unit with model, customer and last reading, the newest first, as an Excel sheet. */
export async function unitsSheet(tx: ReadTx, _: unknown, language: Language): Promise<ExcelSheet<ExportRow>> {
  const sort = { by: 'createdAt', descending: true } as const;
  const found = await everyPage((after, limit) => listUnits(tx, { filter: {}, sort, after, limit }));
  const rows = await inPortions(found, (ids) => unitSummaries(tx, ids));
  const title = (key: Parameters<typeof translate>[1]) => translate(language, key);
  return {
    name: `${title('units.units')} ${dayOf(tx.now)}`,
    rows,
    columns: [
      { title: title('units.plate'), kind: 'text', width: 14, value: (row) => row.plate },
      { title: title('units.serialNumber'), kind: 'text', width: 22, value: (row) => row.serialNumber },
      { title: title('units.engineNumber'), kind: 'text', value: (row) => row.engineNumber },
      { title: title('units.productCode'), kind: 'text', value: (row) => row.productCode },
      { title: title('units.productName'), kind: 'text', value: (row) => row.productName },
      { title: title('units.productLine'), kind: 'text', width: 12, value: (row) => row.productLine },
      { title: title('units.customer'), kind: 'text', width: 30, value: (row) => row.customerName },
      { title: title('units.region'), kind: 'text', width: 14, value: (row) => row.region },
      { title: title('units.saleDay'), kind: 'day', value: (row) => row.saleDay },
      { title: title('units.cardReceivedDay'), kind: 'day', value: (row) => row.cardReceivedDay },
      { title: title('units.readingDay'), kind: 'day', value: (row) => row.last?.day ?? null },
      { title: title('units.mileageKm'), kind: 'whole', value: (row) => row.last?.mileageKm ?? null },
      {
        title: title('units.operatingHours'),
        kind: 'whole',
        value: (row) => row.last?.operatingHours ?? null,
      },
      {
        title: title('units.active'),
        kind: 'text',
        width: 8,
        value: (row) => title(row.active ? 'common.yes' : 'common.no'),
      },
    ],
  };
}
