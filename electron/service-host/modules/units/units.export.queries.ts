import type { Language } from '#shared/domain/actor.ts';
import { largestPage } from '#shared/contract/lists.ts';
import { translate } from '#shared/messages/translate.ts';
import { dayOf } from '#shared/domain/days.ts';
import type { ReadTx } from '../../database/database.ts';
import type { ExcelSheet } from '../excel.ts';
import { listUnits, unitSummaries } from './units.queries.ts';

type ExportRow = Awaited<ReturnType<typeof unitSummaries>>[number];

/** Every unit with model, customer and last reading, the newest first, as an Excel sheet. */
export async function unitsSheet(tx: ReadTx, _: unknown, language: Language): Promise<ExcelSheet<ExportRow>> {
  const rows: ExportRow[] = [];
  let after: string | undefined;
  do {
    const page = await listUnits(tx, {
      filter: {},
      sort: { by: 'createdAt', descending: true },
      after,
      limit: largestPage,
    });
    rows.push(
      ...(await unitSummaries(
        tx,
        page.rows.map((row) => row.id),
      )),
    );
    after = page.next ?? undefined;
  } while (after !== undefined);
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
      { title: title('units.saleDay'), kind: 'text', width: 12, value: (row) => row.saleDay },
      { title: title('units.cardReceivedDay'), kind: 'text', width: 12, value: (row) => row.cardReceivedDay },
      { title: title('units.readingDay'), kind: 'text', width: 12, value: (row) => row.last?.day ?? null },
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
