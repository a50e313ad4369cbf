import { asc } from 'drizzle-orm';
import type { Language } from '#shared/domain/actor.ts';
import { translate, type MessageKey } from '#shared/messages/translate.ts';
import type { ReadTx } from '../../database/database.ts';
import { type DaySpan, inPortions, withinDays } from '../../database/whole-list.ts';
import type { ExcelSheet } from '../../desks/lists/excel.ts';
import { reportRows } from './reports.queries.ts';
import { serviceReports } from '../../schema/reports.tables.ts';

type ReportRow = Awaited<ReturnType<typeof reportRows>>[number];

/** The reports written from one day until another, as a sheet. */
export async function exportReports(
  tx: ReadTx,
  input: DaySpan,
  language: Language,
): Promise<ExcelSheet<ReportRow>> {
  const ids = await tx.db
    .select({ id: serviceReports.id })
    .from(serviceReports)
    .where(withinDays(serviceReports.createdAt, input))
    .orderBy(asc(serviceReports.createdAt), asc(serviceReports.id));
  const rows = await inPortions(ids, (some) => reportRows(tx, some));
  const word = (key: MessageKey) => translate(language, key);
  return {
    name: word('reports.exportName'),
    rows: rows.toSorted((one, other) => one.createdAt - other.createdAt),
    columns: [
      { title: word('common.number'), kind: 'text', value: (row) => row.number },
      {
        title: word('common.state'),
        kind: 'text',
        value: (row) => word(`states.reportState_${row.state}`),
        width: 10,
      },
      { title: word('reports.caseNumber'), kind: 'text', value: (row) => row.caseNumber },
      { title: word('reports.customer'), kind: 'text', value: (row) => row.customerName, width: 24 },
      { title: word('reports.plate'), kind: 'text', value: (row) => row.unitPlate, width: 12 },
      { title: word('reports.technicians'), kind: 'text', value: (row) => row.technicians, width: 20 },
      { title: word('reports.finishedAt'), kind: 'moment', value: (row) => row.finishedAt },
      { title: word('reports.printCount'), kind: 'whole', value: (row) => row.printCount },
      { title: word('reports.signedAt'), kind: 'moment', value: (row) => row.signedAt },
      { title: word('reports.createdAt'), kind: 'moment', value: (row) => row.createdAt },
    ],
  };
}
