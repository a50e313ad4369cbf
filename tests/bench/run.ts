/*
 * npm run bench [-- --json]: figures of this machine, each against the bare engine or the bound it has to keep, in one
 * run. It tells; it never fails for being slow.
 */
import { makeBigBooks } from './big-books.ts';
import { benchDuties } from './duties.ts';
import { benchHost } from './host.ts';
import { benchPapers } from './papers.ts';
import { benchPostings } from './postings.ts';
import { benchReads } from './reads.ts';

const asJson = process.argv.includes('--json');
const file = await makeBigBooks();
const figures = {
  postings: await benchPostings(),
  reads: await benchReads(file),
  duties: await benchDuties(),
  papers: await benchPapers(),
  host: await benchHost(file),
};
if (asJson) console.log(JSON.stringify(figures, null, 1));
else for (const [group, results] of Object.entries(figures)) print(group, results);

function print(group: string, results: Readonly<Record<string, unknown>>): void {
  console.log(`\n${group}`);
  for (const [name, value] of Object.entries(results)) {
    console.log(
      `  ${name.padEnd(64)} ${
        typeof value === 'object' && value !== null
          ? Object.entries(value)
              .map(([key, figure]) => `${key} ${String(figure)}`)
              .join('  ')
          : String(value)
      }`,
    );
  }
}
