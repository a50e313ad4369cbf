import { eq } from 'drizzle-orm';
import { oneUnit } from '#shared/domain/quantities.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import type { WriteTx } from '../../database/database.ts';
import { issueParts } from '../requisitions/issuing.service.ts';
import { allowOverLimit, approveRequisition, rejectRequisition } from '../requisitions/deciding.service.ts';
import { draftRequisition, submitRequisition } from '../requisitions/requisitions.service.ts';
import { issueLines, requisitionLines } from '../../schema/requisitions.tables.ts';
import type { Catalogue, SamplePart } from './sample-catalogue.ts';
import { personOf, type SampleBooks } from './sample-books.ts';
import type { Problem } from './sample-story.ts';

const hourMs = 3_600_000;
const deliveryMs = 10 * 24 * hourMs;
const leaders = ['liubz', 'hemin'];

/** What was drawn for a problem. */
export interface Supplied {
  readonly requisitionId: string;
  readonly version: number;
  readonly lines: readonly {
    readonly issueLineId: string;
    readonly partId: string;
    readonly quantity: number;
  }[];
  readonly at: number;
}

/** Requests the parts of a problem, has them approved and issued; stops where the sample's end or a refusal is reached. */
export async function supplyParts(
  books: SampleBooks,
  catalogue: Catalogue,
  problem: Problem,
  end: number,
): Promise<Supplied | undefined> {
  const { chance } = books;
  const wanted = problem.fault.parts.flatMap((kind) =>
    partOf(books, catalogue, kind, problem.unit.productCode),
  );
  const holderAccountId = catalogue.holders.get(problem.technician);
  if (wanted.length === 0 || holderAccountId === undefined) return undefined;
  const technician = personOf(books, problem.technician);
  const at = problem.calledAt + chance.whole(1, 5) * hourMs;
  const submitted = await books.at(at, technician, async (tx) => {
    const draft = await draftRequisition(tx, {
      purpose: 'warranty',
      caseId: problem.caseId,
      unitId: problem.unit.id,
      holderAccountId,
      notes: '',
      lines: wanted.map((part) => ({
        partId: part.id,
        quantity: oneUnit,
        fault: problem.fault.cause,
        judgementId: problem.judgementId,
        oldPartRequired: part.oldPartRequired,
      })),
    });
    const isLeft = isWithin(days.short, at, end) && chance.happens(0.04);
    return isLeft ? undefined : submitRequisition(tx, draft);
  });
  const decidedAt = at + chance.whole(1, 6) * hourMs;
  if (!submitted || (isWithin(days.undecided, decidedAt, end) && chance.happens(0.5))) return undefined;
  const leader = personOf(books, chance.one(leaders));
  if (chance.happens(0.03)) {
    await books.at(decidedAt, leader, (tx) =>
      rejectRequisition(tx, { ...submitted, reason: '请先检查线束，再申请' }),
    );
    return undefined;
  }
  const approved = await books.at(decidedAt, leader, (tx) =>
    approveRequisition(tx, { ...submitted, reason: '' }),
  );
  const issuedAt = decidedAt + chance.whole(1, 4) * hourMs;
  // What came in too few pieces is issued in part, and the rest is still waited for.
  const isShort = isWithin(days.short, issuedAt, end) && chance.happens(0.4);
  return issueAll(books, approved, isShort ? wanted.slice(0, 1) : wanted, issuedAt);
}

/** How many days before the end something may still be undecided, or in part. */
const days = { undecided: 5, short: 30 };

function isWithin(lastDays: number, at: number, end: number): boolean {
  return at > end - lastDays * 24 * hourMs;
}

async function issueAll(
  books: SampleBooks,
  approved: { readonly id: string; readonly version: number },
  wanted: readonly SamplePart[],
  at: number,
): Promise<Supplied | undefined> {
  try {
    return await books.at(at, personOf(books, 'zhaogang'), async (tx) => {
      const lines = await tx.db
        .select()
        .from(requisitionLines)
        .where(eq(requisitionLines.requisitionId, approved.id));
      const issued = await issueParts(tx, {
        ...approved,
        lines: lines.flatMap((line) => {
          const part = wanted.find((one) => one.id === line.partId);
          return part
            ? [
                {
                  requisitionLineId: line.id,
                  partId: part.id,
                  accountId: part.accountId,
                  quantity: line.quantity,
                },
              ]
            : [];
        }),
      });
      return {
        requisitionId: approved.id,
        version: issued.version,
        lines: await linesOfIssue(tx, issued.issueId),
        at,
      };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Out of stock: the requisition waits for the next delivery, as it would at the desk.
    if (error.code !== 'HOLDER_OVER_LIMIT') return issueAll(books, approved, wanted, at + deliveryMs);
    const allowed = await books.at(at, personOf(books, 'hemin'), (tx) =>
      allowOverLimit(tx, { ...approved, reason: '急修，旧件已在途' }),
    );
    return issueAll(books, allowed, wanted, at);
  }
}

async function linesOfIssue(tx: WriteTx, issueId: string) {
  const rows = await tx.db.select().from(issueLines).where(eq(issueLines.issueId, issueId));
  return rows.map((row) => ({
    issueLineId: row.id as string,
    partId: row.partId as string,
    quantity: row.quantity,
  }));
}

/** One of the first few variants of a kind that fit the model. */
function partOf(
  books: SampleBooks,
  catalogue: Catalogue,
  kind: string,
  productCode: string,
): readonly SamplePart[] {
  const known = catalogue.parts
    .slice(0, 60)
    .filter((part) => part.kind === kind && [null, productCode].includes(part.productCode));
  return known.length === 0 ? [] : [books.chance.one(known)];
}
