import { isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import { expect, test } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import type { ProcedureMeta } from '#shared/contract/procedures.ts';

/*
 * Every act that changes a record which others may have changed names the version its editor saw. What takes none adds
 * something new, or says here why nothing of another person can be lost by it.
 */

const adds = /^(create|draft|add|record|judge|note|print|nameDeputy)/;

/** Acts upon something that is there, without a version; each with its reason. */
const withoutVersion: Readonly<Record<string, string>> = {
  'session.setUp': 'there is nothing yet, and it happens once',
  'session.changePassword': 'names the old password, and only its owner can',
  'session.setPin': 'names the password, and only its owner can',
  'people.endDeputy': 'ends once, by the one who named the deputy, and changes nothing else',
  'attachments.void': 'voids once; a second time is refused as WRONG_STATE',
  'units.voidReading': 'voids once; a second time is refused',
  'oldParts.receive':
    'a scanner knows a number and no version; a part that is in stays as it is, and says so',
  'decisions.approveSeveral': 'names the version of each requisition in its list',
  'stock.check': 'changes nothing: it is long work that compares',
  'audit.verify': 'changes nothing: it is long work that compares',
  'work.cancel': 'stops long work of the one who calls; there is nothing to edit',
  'sample.load': 'only into empty books',
  'sample.remove': 'only where nothing but the sample is',
};

test('every act that edits a record takes a version, and the exceptions say why they do not', () => {
  const acts = actsOf(contract);
  const bare = acts.filter(
    ({ path, fields }) => !fields.includes('version') && !adds.test(path.split('.')[1] ?? ''),
  );
  expect(bare.map(({ path }) => path).toSorted()).toEqual(Object.keys(withoutVersion).toSorted());
});

test('what adds something names no id of its own, so that it can overwrite nothing', () => {
  const overwriting = actsOf(contract).filter(
    ({ path, fields }) => adds.test(path.split('.')[1] ?? '') && fields.includes('id'),
  );
  expect(overwriting.map(({ path }) => path)).toEqual([]);
});

interface Act {
  readonly path: string;
  readonly fields: readonly string[];
}

function actsOf(level: object, path: readonly string[] = []): readonly Act[] {
  return Object.entries(level).flatMap(([key, value]: [string, object]): readonly Act[] => {
    const here = [...path, key];
    if (!isContractProcedure(value)) return actsOf(value, here);
    const { meta, inputSchema } = value['~orpc'];
    // Every procedure of the contract is made with question or act.
    if (!(meta as unknown as ProcedureMeta).acts) return [];
    // Every act has an input, made with zod from an object.
    const { shape } = (inputSchema as z.ZodObject)._zod.def;
    return [{ path: here.join('.'), fields: Object.keys(shape) }];
  });
}
