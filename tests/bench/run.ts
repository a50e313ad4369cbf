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
const groups = {
  postings: benchPostings,
  reads: () => benchReads(file),
  duties: benchDuties,
  papers: benchPapers,
  host: () => benchHost(file),
};
const figures: Record<string, Readonly<Record<string, unknown>>> = {};
for (const [group, measure] of Object.entries(groups)) {
  const results = await measure();
  figures[group] = results;
  // Told at once: who waits for minutes sees how far it is.
  if (!asJson) print(group, results);
}
if (asJson) console.log(JSON.stringify(figures, null, 1));

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
