import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { warrantyContract } from '#shared/contract/warranty.contract.ts';
import { draftPolicy, publishPolicy } from '#host/modules/warranty/policies.service.ts';
import { installPresets } from '#host/modules/warranty/presets.service.ts';
import {
  getJudgement,
  listJudgements,
  previewJudgements,
  unitVerdicts,
} from '#host/modules/warranty/warranty.queries.ts';
import { type JudgementInput, judgeWarranty } from '#host/modules/warranty/warranty.service.ts';
import { warrantyPolicies } from '#host/schema/warranty.tables.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { addReading, judgementInput, openCaseUnder, replacePart, sellBus } from './shop.ts';

onBothEngines('verdicts', (books) => {
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

  test('what was replaced under warranty counts from the policy, not what was paid for, unsigned, or of this case', async () => {
    const own = await books().write((tx) => sellBus(tx));
    const terms = [
      {
        componentGroupCode: 'chassis',
        clause: '1',
        months: 6,
        mileageKm: 10_000,
        operatingHours: null,
        wearPart: false,
      },
    ];
    const caseId = await books().write(async (tx) => {
      const fresh = await draftPolicy(tx, {
        name: 'fresh',
        validFromDay: '2020-01-01',
        appliesBy: 'saleDay',
        scope: [own.productCode],
        regions: [],
        cardWithinDays: 0,
        replacementTerm: 'freshTerm',
        terms,
      });
      await publishPolicy(tx, fresh);
      return openCaseUnder(tx, pick(own), null);
    }, books().actors.admin);
    const replaced = {
      unitId: own.unitId,
      caseId,
      finishedAt: Date.UTC(2026, 8, 30, 16),
      mileageKm: 180_000,
      groupCode: 'chassis',
    };
    await books().write(async (tx) => {
      await replacePart(tx, { ...replaced, purpose: 'paid' });
      await replacePart(tx, { ...replaced, state: 'draft' });
      await replacePart(tx, { ...replaced, groupCode: 'body' });
    });
    expect(await judged({ unitId: own.unitId })).toMatchObject({ verdict: 'notCovered' });
    await books().write((tx) =>
      replacePart(tx, { ...replaced, finishedAt: Date.UTC(2026, 7, 1), mileageKm: 170_000 }),
    );
    await books().write((tx) => replacePart(tx, replaced));
    expect(await judged({ unitId: own.unitId })).toMatchObject({
      verdict: 'covered',
      endDay: '2027-04-01',
      kilometresLeft: 3_600,
    });
    expect(await judged({ unitId: own.unitId, basisDay: '2026-09-30', mileageKm: 179_999 })).toMatchObject({
      verdict: 'covered',
      endDay: '2027-02-01',
      kilometresLeft: 1,
    });
    expect(await judged({ unitId: own.unitId, caseId })).toMatchObject({ verdict: 'notCovered' });
    const [preview] = await books().read((tx) =>
      previewJudgements(tx, {
        unitId: own.unitId,
        day: '2026-11-01',
        mileageKm: 186_400,
        operatingHours: null,
      }),
    );
    expect(preview).toMatchObject({ verdict: 'covered', endDay: '2027-04-01' });
  });

  test('the preview names every group of the policy and keeps nothing', async () => {
    const before = await books().read((tx) => listJudgements(tx, {}));
    const preview = await books().read((tx) =>
      previewJudgements(tx, { unitId: bus.unitId, day: '2026-11-01', mileageKm: null, operatingHours: null }),
    );
    expect(preview.map(({ componentGroupCode, verdict }) => `${componentGroupCode} ${verdict}`)).toEqual([
      'body covered',
      'chassis undecided',
      'electrical notCovered',
      'airConditioning covered',
      'traction undecided',
      'wear notCovered',
    ]);
    expect(
      warrantyContract.preview['~orpc'].outputSchema?.['~standard'].validate(preview),
    ).not.toHaveProperty('issues');
    expect(await books().read((tx) => listJudgements(tx, {}))).toHaveLength(before.length);
    await expect(
      books().read((tx) =>
        previewJudgements(tx, { unitId: newId(), day: '2026-11-01', mileageKm: null, operatingHours: null }),
      ),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the lights of a list take the last reading of each unit up to the day', async () => {
    const made = await books().write(async (tx) => {
      const old = await sellBus(tx, { saleDay: '2015-01-01', cardReceivedDay: '2015-01-02' });
      const unknown = await sellBus(tx, { saleDay: null });
      const far = await sellBus(tx, { saleDay: '2024-12-21' });
      await addReading(tx, far.unitId, '2026-12-01', 999_999);
      return { old: old.unitId, unknown: unknown.unitId, far: far.unitId };
    });
    const lights = await books().read((tx) =>
      unitVerdicts(tx, [bus.unitId, made.old, made.unknown, made.far, newId()], '2026-11-01'),
    );
    expect(Object.fromEntries(lights)).toEqual({
      // The groups with the shortest terms have ended.
      [bus.unitId]: 'partlyCovered',
      [made.old]: 'notCovered',
      [made.unknown]: 'undecided',
      [made.far]: 'partlyCovered',
    });
    expect(await books().read((tx) => unitVerdicts(tx, [], '2026-11-01'))).toEqual(new Map());
  });

  test('without a policy in force everything is undecided', async () => {
    await books().write(async (tx) => {
      await tx.db.update(warrantyPolicies).set({ published: false });
    });
    expect(await judged()).toMatchObject({
      verdict: 'undecided',
      policyId: null,
      policyName: '',
      reasons: [{ key: 'warranty.reasonNoPolicy', parameters: {} }],
    });
    expect(await books().read((tx) => unitVerdicts(tx, [bus.unitId], '2026-11-01'))).toEqual(
      new Map([[bus.unitId, 'undecided']]),
    );
  });
});

function pick({ unitId, customerId }: { unitId: string; customerId: string }) {
  return { unitId, customerId };
}
