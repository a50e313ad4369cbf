import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { warrantyContract } from '#shared/contract/warranty.contract.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { draftPolicy, publishPolicy } from '#host/modules/warranty/policies.service.ts';
import { installPresets } from '#host/modules/warranty/presets.service.ts';
import { policyInForce } from '#host/modules/warranty/policies.queries.ts';
import {
  getJudgement,
  judgementsForLines,
  listJudgements,
  previewJudgements,
} from '#host/modules/warranty/warranty.queries.ts';
import {
  type JudgementInput,
  judgeWarranty,
  overruleJudgement,
} from '#host/modules/warranty/warranty.service.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { judgementInput, openCaseUnder, sellBus } from './shop.ts';

const rare = `𠮷䶮㛃 "'<script>alert(1)</script> 😀`;

onBothEngines('warranty', (books) => {
  let bus: Awaited<ReturnType<typeof sellBus>>;
  const asked = (over: Partial<JudgementInput> = {}) => judgementInput(bus.unitId, over);
  const judged = async (over: Partial<JudgementInput> = {}) => {
    const { id } = await books().write((tx) => judgeWarranty(tx, asked(over)));
    return books().read((tx) => getJudgement(tx, { id }));
  };

  beforeAll(async () => {
    await books().write(installPresets, books().actors.admin);
    await books().write(installPresets, books().actors.admin);
    bus = await books().write((tx) => sellBus(tx));
  });

  test('a judgement keeps everything it was made on, and is in the audit trail', async () => {
    const made = await books().write((tx) => judgeWarranty(tx, asked()));
    expect(made.number).toMatch(/^PD202611-\d{4}$/);
    const row = await books().read((tx) => getJudgement(tx, { id: made.id }));
    expect(warrantyContract.judgement['~orpc'].outputSchema?.['~standard'].validate(row)).not.toHaveProperty(
      'issues',
    );
    expect(row).toMatchObject({
      number: made.number,
      verdict: 'covered',
      holdingVerdict: 'covered',
      clause: '3.2',
      endDay: '2026-12-21',
      daysLeft: 50,
      kilometresLeft: 13_600,
      hoursLeft: null,
      saleDay: '2024-12-21',
      mileageKm: 186_400,
      componentGroupName: '底盘、发动机',
      personName: 'clerk',
      caseId: null,
      version: 1,
      unitName: `粤B·3K721D ${bus.productCode} LZYTAGBW6M1034172`,
    });
    expect(row.policyName).toContain('以现行规定核对');
    expect(row.reasons.map(({ key }) => key)).toEqual([
      'warranty.reasonMonthsWithin',
      'warranty.reasonKilometresWithin',
    ]);
    const [audit] = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, made.id)),
    );
    expect(audit).toMatchObject({
      act: 'warranty.judge',
      subjectKind: 'judgement',
      after: { number: made.number, verdict: 'covered' },
    });
  });

  test('what the books lack makes it undecided, what excludes makes it not covered', async () => {
    expect(await judged({ mileageKm: null })).toMatchObject({ verdict: 'undecided' });
    expect(await judged({ exclusions: ['tampered', 'tampered'] })).toMatchObject({
      verdict: 'notCovered',
      exclusions: ['tampered'],
    });
    expect(await judged({ componentGroupCode: 'wear' })).toMatchObject({
      verdict: 'notCovered',
      endDay: null,
    });
    expect(await judged({ componentGroupCode: 'mainPart' })).toMatchObject({
      verdict: 'undecided',
      clause: '',
      reasons: [{ key: 'warranty.reasonNoTerm', parameters: {} }],
    });
  });

  test('refuses what is not there, a day to come and faulty input', async () => {
    await expect(judged({ unitId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { kind: 'unit' },
    });
    await expect(judged({ caseId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      facts: { kind: 'case' },
    });
    await expect(judged({ componentGroupCode: 'nothing' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(judged({ basisDay: '2026-11-02' })).rejects.toMatchObject({
      code: 'DAY_NOT_OPEN',
      facts: { untilDay: '2026-11-01' },
    });
    const other = await books().write((tx) => sellBus(tx));
    const caseId = await books().write((tx) => openCaseUnder(tx, pick(other), null));
    await expect(judged({ caseId })).rejects.toMatchObject({
      code: 'DOES_NOT_BELONG',
      facts: { kind: 'unit' },
    });
    await expect(books().read((tx) => getJudgement(tx, { id: newId() }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const schema = warrantyContract.judge['~orpc'].inputSchema!['~standard'];
    for (const faulty of [
      { mileageKm: -1 },
      { mileageKm: 1.5 },
      { basisDay: '2026-02-30' },
      { exclusions: ['other'] },
      { componentGroupCode: ' ' },
      { more: 1 },
    ]) {
      expect(
        await schema.validate({ ...asked(), operationId: newId(), ...faulty }),
        JSON.stringify(faulty),
      ).toHaveProperty('issues');
    }
  });

  test('a case keeps the policy it was opened under', async () => {
    const own = await books().write((tx) => sellBus(tx));
    const before = await books().read((tx) =>
      policyInForce(tx, {
        productCode: own.productCode,
        productLine: 'bus',
        saleDay: null,
        faultDay: '2026-11-01',
      }),
    );
    const caseId = await books().write((tx) => openCaseUnder(tx, pick(own), before!.id));
    const terms = [
      {
        componentGroupCode: 'chassis',
        clause: '9',
        months: 1,
        mileageKm: null,
        operatingHours: null,
        wearPart: false,
      },
    ];
    await books().write(async (tx) => {
      const later = await draftPolicy(tx, {
        name: rare,
        validFromDay: '2026-10-01',
        appliesBy: 'faultDay',
        scope: [own.productCode],
        regions: [],
        cardWithinDays: 20,
        replacementTerm: 'restOfTerm',
        terms,
      });
      await publishPolicy(tx, later);
    }, books().actors.admin);
    expect(await judged({ unitId: own.unitId, caseId })).toMatchObject({
      verdict: 'covered',
      policyId: before!.id,
      caseId,
    });
    expect(await judged({ unitId: own.unitId })).toMatchObject({
      verdict: 'notCovered',
      policyName: rare,
      clause: '9',
    });
    expect(await judged({ unitId: own.unitId, basisDay: '2026-09-30' })).toMatchObject({
      verdict: 'covered',
      policyId: before!.id,
    });
    const counters = { day: '2026-11-01', mileageKm: 186_400, operatingHours: null };
    const lightOfChassis = async (over: object) => {
      const lights = await books().read((tx) =>
        previewJudgements(tx, { unitId: own.unitId, ...counters, ...over }),
      );
      return lights.find((light) => light.componentGroupCode === 'chassis');
    };
    expect(await lightOfChassis({ caseId })).toMatchObject({ verdict: 'covered', policyId: before!.id });
    expect(await lightOfChassis({})).toMatchObject({ verdict: 'notCovered', policyName: rare });
    expect(await books().read((tx) => listJudgements(tx, { caseId }))).toHaveLength(1);
    expect(await books().read((tx) => listJudgements(tx, { unitId: own.unitId }))).toHaveLength(3);
  });

  test('a reading that does not fit those of the unit is refused, as it is at every other place', async () => {
    const codeOf = async (over: Partial<JudgementInput>) =>
      books()
        .write((tx) => judgeWarranty(tx, asked(over)))
        .then(
          () => 'judged',
          (error: { readonly code: string }) => error.code,
        );
    expect(await codeOf({ mileageKm: 10 })).toBe('READING_BELOW_LAST');
    expect(await codeOf({ mileageKm: 10, counterReplaced: true })).toBe('judged');
    expect(await codeOf({ mileageKm: 1_864_000 })).toBe('READING_JUMPS');
    expect(await codeOf({ mileageKm: 186_401, basisDay: '2026-10-29' })).toBe('READING_ABOVE_LATER');
    expect(await codeOf({ mileageKm: 186_401 })).toBe('judged');
  });

  test('a leader overrules with a reason; the computed verdict stays, a stale version is refused', async () => {
    const made = await books().write((tx) =>
      judgeWarranty(tx, asked({ mileageKm: 200_001, readingConfirmed: true })),
    );
    const overrule = { id: made.id, version: 1, overruledVerdict: 'covered' as const, overruleReason: rare };
    await books().write((tx) => overruleJudgement(tx, overrule), books().actors.leader);
    const row = await books().read((tx) => getJudgement(tx, { id: made.id }));
    expect(row).toMatchObject({
      verdict: 'notCovered',
      overruledVerdict: 'covered',
      holdingVerdict: 'covered',
      overruleReason: rare,
      overruledByName: 'leader',
      version: 2,
    });
    await expect(
      books().write((tx) => overruleJudgement(tx, overrule), books().actors.leader2),
    ).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'leader', current: { overruledVerdict: 'covered', overruleReason: rare } },
    });
    const lines = await books().read((tx) => judgementsForLines(tx, [made.id, newId()]));
    expect([...lines.values()]).toEqual([row]);
    const [audit] = await books().read((tx) =>
      tx.db
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.subjectId, made.id))
        .orderBy(desc(auditEntries.sequence))
        .limit(1),
    );
    expect(audit).toMatchObject({
      act: 'warranty.overrule',
      before: { overruledVerdict: null },
      after: { overruledVerdict: 'covered', overruleReason: rare },
    });
  });

  test('nobody overrules a judgement that they made themselves, not after another leader did either', async () => {
    const { leader, leader2 } = books().actors;
    const made = await books().write(
      (tx) => judgeWarranty(tx, asked({ mileageKm: 200_001, readingConfirmed: true })),
      leader,
    );
    const overruleBy = (actor: typeof leader, version: number) =>
      books().write(
        (tx) =>
          overruleJudgement(tx, { id: made.id, version, overruledVerdict: 'covered', overruleReason: rare }),
        actor,
      );
    await expect(overruleBy(leader, 1)).rejects.toMatchObject({ code: 'OWN_JUDGEMENT' });
    await overruleBy(leader2, 1);
    await expect(overruleBy(leader, 2)).rejects.toMatchObject({ code: 'OWN_JUDGEMENT' });
    expect(await books().read((tx) => getJudgement(tx, { id: made.id }))).toMatchObject({
      overruledByName: leader2.name,
      version: 2,
    });
  });
});

function pick({ unitId, customerId }: { unitId: string; customerId: string }) {
  return { unitId, customerId };
}
