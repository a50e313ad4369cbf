import type { Migration } from '#host/database/migrations/migration.ts';
import { migrations } from '#host/database/migrations/index.ts';

const firstNumber = 9001;
const rowsOfStep = 30_000;

/** The schema of the program, and after it so many steps that take long enough to be killed in. For SQLite alone. */
export function migrationsWithSteps(count: number): readonly Migration[] {
  return [...migrations, ...Array.from({ length: count }, (_, index) => stepOf(index))];
}

/** What is wrong with a schema that must be before a step or after it, and never between. */
export function faultsOfSteps(
  taken: readonly number[],
  rowsPerStep: ReadonlyMap<number, number>,
): readonly string[] {
  const steps = taken.filter((number) => number >= firstNumber);
  const inOrder = steps.every((number, index) => number === firstNumber + index);
  const whole = steps.every((number) => rowsPerStep.get(number) === rowsOfStep);
  const noMore = [...rowsPerStep.keys()].every((number) => steps.includes(number));
  return inOrder && whole && noMore
    ? []
    : [`steps ${steps.join(' ')}, rows ${JSON.stringify([...rowsPerStep])}`];
}

/** Fills a table and rebuilds it, as a step does that changes a table in use. */
function stepOf(index: number): Migration {
  const number = firstNumber + index;
  const begin =
    index === 0 ? 'CREATE TABLE trust_steps (step INTEGER NOT NULL, row INTEGER NOT NULL) STRICT;' : '';
  const sqlite = `${begin}
    WITH RECURSIVE rows (row) AS (SELECT 1 UNION ALL SELECT row + 1 FROM rows WHERE row < ${rowsOfStep})
      INSERT INTO trust_steps SELECT ${number}, row FROM rows;
    CREATE TABLE trust_steps_new (step INTEGER NOT NULL, row INTEGER NOT NULL) STRICT;
    INSERT INTO trust_steps_new SELECT step, row FROM trust_steps;
    DROP TABLE trust_steps;
    ALTER TABLE trust_steps_new RENAME TO trust_steps;`;
  return { number, name: `step ${number}`, sqlite, postgres: '' };
}
