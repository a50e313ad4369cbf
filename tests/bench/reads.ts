import { join } from 'node:path';
import { presetPermissionsOf } from '#shared/domain/permissions.ts';
import { theProgram, type Actor } from '#shared/domain/actor.ts';
import { caseDocuments } from '#host/roll/case-documents.ts';
import type { Database, ReadTx } from '#host/database/database.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { getCase } from '#host/views/case-file.queries.ts';
import { addCaseEvent, openCase } from '#host/modules/cases/cases.service.ts';
import { customers } from '#host/schema/customers.tables.ts';
import { listMovements } from '#host/modules/stock/movements.queries.ts';
import { monthStatement } from '#host/modules/stock/month.queries.ts';
import { listParts } from '#host/modules/parts/parts.queries.ts';
import { searchAll } from '#host/desks/search/search.queries.ts';
import { copyOfBooks, inNewFolder } from './in-folder.ts';
import { bigBooks } from './big-books.ts';
import { timesOf, type Times } from './measure.ts';

const reader: Actor = {
  personId: null,
  name: 'bench',
  roles: ['auditor'],
  permissions: presetPermissionsOf(['auditor']),
};
const queries = [
  '公',
  '公交',
  '第二公',
  '南通王',
  'gj',
  'ntw',
  'n',
  '13',
  '138',
  '1381234',
  '水',
  '水泵',
  'sbzc',
  '9999',
  '不存在的',
  '𠮷',
  'zzzzz',
  '公交 12',
  's',
  '温州',
];

/** Pages of lists, search and the month statement on a million movements. */
export async function benchReads(books: string): Promise<Record<string, Times | number>> {
  return inNewFolder(async (folder) => {
    const file = join(folder, 'books.db');
    copyOfBooks(books, file);
    return readsOn(file);
  });
}

async function readsOn(file: string): Promise<Record<string, Times | number>> {
  const database = await openDatabase({ engine: 'sqlite', file });
  const read = <Result>(work: (tx: ReadTx) => Promise<Result>) => database.read(reader, work);
  const sequence = { by: 'sequence' as const, descending: true };
  const page = (after?: string) =>
    read((tx) =>
      listMovements(tx, {
        filter: {},
        sort: sequence,
        limit: 100,
        ...(after === undefined ? {} : { after }),
      }),
    );
  const deep = String(Math.floor(bigBooks.movements * 0.03));
  const results = {
    'movements, first page (ms)': await timesOf(200, () => page()),
    'movements, page behind 970,000 rows (ms)': await timesOf(200, () => page(deep)),
    'parts by name, first page (ms)': await timesOf(60, () =>
      read((tx) => listParts(tx, { filter: {}, sort: { by: 'name', descending: false }, limit: 100 })),
    ),
    'search as one types, 100,000 customers and 100,000 parts (ms)': await timesOf(400, (run) =>
      read((tx) => searchAll(tx, { text: queries[run % queries.length] ?? '', limit: 8 })),
    ),
    ...(await monthFigures(database)),
    ...(await caseFigures(database)),
  };
  await database.close();
  return results;
}

const eventsOfCase = 200;

/** The page of a case on which much has happened. */
async function caseFigures(database: Database): Promise<Record<string, Times>> {
  const id = await database.write(theProgram, async (tx) => {
    const [customer] = await tx.db.select({ id: customers.id }).from(customers).limit(1);
    const opened = await openCase(tx, {
      customerId: customer?.id ?? '',
      contactPersonId: null,
      unitId: null,
      category: 'repair',
      faultGroup: null,
      urgency: 'limping',
      symptom: '起步后水温高报警',
      ownerId: null,
    });
    for (let event = 0; event < eventsOfCase; event += 1) {
      await addCaseEvent(tx, { caseId: opened.id, kind: 'note', text: `第 ${event} 次联系客户` });
    }
    return opened.id;
  });
  return {
    [`a case with ${eventsOfCase} events (ms)`]: await timesOf(200, () =>
      database.read(reader, (tx) => getCase(tx, { id }, caseDocuments)),
    ),
  };
}

async function monthFigures(database: Database): Promise<Record<string, Times | number>> {
  const month = (name: string, after?: string) =>
    database.read(reader, (tx) =>
      monthStatement(tx, { month: name, limit: 100, ...(after === undefined ? {} : { after }) }),
    );
  const first = await timesOf(3, () => month('2025-10'));
  const { next } = await month('2025-10');
  const further = await timesOf(20, () => month('2025-10', next ?? undefined));
  return {
    'month statement, first page from nothing (ms)': first,
    'month statement, a further page (ms)': further,
  };
}
