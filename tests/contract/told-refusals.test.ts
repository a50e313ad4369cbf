import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toldRefusals } from '#host/api/told-refusals.ts';
import { root } from '#tests/architecture/source.ts';
import { refusalsOfCode } from './refusals-of-code.ts';

// `REFUSALS_TABLE=write npm run unit tests/contract/told-refusals.test.ts` writes the table anew.
test('the description tells the refusals that the code of each procedure can come to', () => {
  const found = Object.fromEntries(refusalsOfCode());
  if (process.env['REFUSALS_TABLE'] === 'write') {
    const file = join(root, 'electron/service-host/api/told-refusals.ts');
    const lines = Object.entries(found).map(([path, codes]) => [path, ...codes].join(' '));
    writeFileSync(file, `${head}\n${lines.join('\n')}\n\`);\n`);
    return;
  }
  expect(Object.fromEntries(toldRefusals)).toEqual(found);
});

test('control: the refusals of some acts are found through several files', () => {
  const found = refusalsOfCode();
  expect(found.get('requisitions.issue')).toEqual(
    expect.arrayContaining(['OUT_OF_STOCK', 'HOLDER_OVER_LIMIT', 'NOT_A_SUBSTITUTE', 'OPERATION_ID_REUSED']),
  );
  expect(found.get('customers.get')).toEqual(['NOT_FOUND']);
  expect(found.get('session.status')).toEqual([]);
});

const head = `import { tableOf } from './refusals-table.ts';

/**
 * What each procedure may refuse beyond what is refused everywhere. Found in the code by a test, which also writes it
 * anew; the description of the interface tells it.
 */
export const toldRefusals = tableOf(\``;
