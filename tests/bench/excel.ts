import type { Ask } from './http-client.ts';
import { rounded, summary, timesOf } from './measure.ts';

const runs = 300;

/** A list of 100,000 rows that leaves as an Excel file, and how long the desk waits meanwhile for a page of parts. */
export async function benchExcel(store: Ask): Promise<Record<string, unknown>> {
  const sort = { by: 'name', descending: false };
  const page = () => store('parts/list', { filter: {}, sort, limit: 100 });
  await timesOf(runs, page);
  const alone = await timesOf(runs, page);
  let isWritten = false;
  const begin = performance.now();
  const file = store('customers/exportList', {
    filter: {},
    sort,
    columns: ['name', 'region', 'address', 'createdAt'],
  }).finally(() => (isWritten = true));
  const meanwhile: number[] = [];
  while (!isWritten) meanwhile.push((await timesOf(1, page)).worst);
  const { bytes } = await file;
  return {
    'Excel of 100,000 customers (ms)': Math.round(performance.now() - begin),
    'Excel of 100,000 customers (MB)': rounded(Number(bytes) / 1024 / 1024),
    'page of parts over HTTP alone (ms)': alone,
    'page of parts over HTTP while the file is written (ms)': summary(meanwhile),
    'p95 while written / alone': rounded(summary(meanwhile).p95 / alone.p95),
  };
}
