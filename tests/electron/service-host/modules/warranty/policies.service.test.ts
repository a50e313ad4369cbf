import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { warrantyContract } from '#shared/contract/warranty.contract.ts';
import { auditEntries } from '#host/schema/audit.tables.ts';
import { listGroups, listPolicies, policyInForce } from '#host/modules/warranty/policies.queries.ts';
import {
  draftPolicy,
  editPolicy,
  type PolicyFields,
  publishPolicy,
  saveGroups,
} from '#host/modules/warranty/policies.service.ts';
import { installPresets } from '#host/modules/warranty/presets.service.ts';
import { publishingEffect } from '#host/modules/warranty/publishing-effect.queries.ts';
import { presetPolicies } from '#host/modules/warranty/warranty.presets.ts';
import { previewJudgements } from '#host/modules/warranty/warranty.queries.ts';
import { onBothEngines } from '#tests/support/books.ts';
import { sellBus } from './shop.ts';

const rare = `𠮷䶮㛃 "'<script> 😀`;
const term = {
  componentGroupCode: 'chassis',
  clause: '3.2',
  months: 24,
  mileageKm: 200_000,
  operatingHours: null,
  wearPart: false,
};
const fields: PolicyFields = {
  name: rare,
  validFromDay: '2026-01-01',
  appliesBy: 'saleDay',
  scope: ['ZK6126HG'],
  regions: ['广东'],
  cardWithinDays: 20,
  replacementTerm: 'freshTerm',
  terms: [term],
};

onBothEngines('warranty policies', (books) => {
  const act = <Result>(work: Parameters<ReturnType<typeof books>['write']>[0]) =>
    books().write(work, books().actors.admin) as Promise<Result>;

  beforeAll(() => books().write(installPresets, books().actors.admin));

  test('the presets are groups, one published policy, drafts for the other trades, each marked as a sample', async () => {
    const policies = await books().read(listPolicies);
    expect(policies).toHaveLength(presetPolicies.length);
    expect(policies.filter((policy) => policy.published)).toHaveLength(1);
    for (const policy of policies) expect(policy.name).toContain('以现行规定核对');
    expect((await books().read(listGroups)).map((group) => group.position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(
      warrantyContract.policies['~orpc'].outputSchema?.['~standard'].validate(policies),
    ).not.toHaveProperty('issues');
    const schema = warrantyContract.draftPolicy['~orpc'].inputSchema!['~standard'];
    for (const preset of presetPolicies)
      expect(await schema.validate({ operationId: newId(), ...preset.fields })).not.toHaveProperty('issues');
  });

  test('a draft judges nothing until it is published; then it holds from its day on and never changes', async () => {
    const inForce = (day: string) =>
      books().read((tx) =>
        policyInForce(tx, { productCode: 'ZK6126HG', productLine: '', saleDay: day, faultDay: '2027-01-01' }),
      );
    const drafted = await act<{ id: string; version: number }>((tx) => draftPolicy(tx, fields));
    expect((await inForce('2026-06-01'))?.id).not.toBe(drafted.id);
    const edited = await act<{ id: string; version: number }>((tx) =>
      editPolicy(tx, {
        ...drafted,
        ...fields,
        terms: [term, { ...term, componentGroupCode: 'body', mileageKm: null }],
      }),
    );
    await expect(act((tx) => publishPolicy(tx, drafted))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { by: 'admin' },
    });
    await expect(act((tx) => editPolicy(tx, { ...drafted, ...fields }))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    const published = await act<{ id: string; version: number }>((tx) => publishPolicy(tx, edited));
    expect(await inForce('2026-06-01')).toMatchObject({
      id: drafted.id,
      name: rare,
      scope: ['ZK6126HG'],
      regions: ['广东'],
      version: 3,
      terms: [{ componentGroupCode: 'body' }, { componentGroupCode: 'chassis' }],
    });
    expect((await inForce('2025-12-31'))?.id).not.toBe(drafted.id);
    for (const again of [
      () => act((tx) => publishPolicy(tx, published)),
      () => act((tx) => editPolicy(tx, { ...published, ...fields })),
    ]) {
      await expect(again()).rejects.toMatchObject({ code: 'POLICY_PUBLISHED', facts: { name: rare } });
    }
    const trail = await books().read((tx) =>
      tx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, drafted.id)),
    );
    expect(trail.map((entry) => entry.act)).toEqual([
      'warranty.draftPolicy',
      'warranty.editPolicy',
      'warranty.publishPolicy',
    ]);
    expect(trail[1]).toMatchObject({
      before: { terms: [{ componentGroupCode: 'chassis' }] },
      after: { terms: [{}, { componentGroupCode: 'body' }] },
    });
  });

  test('faulty terms are refused at their field, and nothing of the draft remains', async () => {
    const before = (await books().read(listPolicies)).length;
    const faulty: [Partial<PolicyFields['terms'][number]>, object][] = [
      [{}, { code: 'ALREADY_EXISTS', facts: { field: 'terms.1.componentGroupCode' } }],
      [
        { componentGroupCode: 'nothing' },
        {
          code: 'INVALID_INPUT',
          facts: { issues: [{ path: 'terms.1.componentGroupCode', code: 'choice' }] },
        },
      ],
      [
        { componentGroupCode: 'body', months: null, mileageKm: null },
        { code: 'INVALID_INPUT', facts: { issues: [{ path: 'terms.1.months', code: 'required' }] } },
      ],
    ];
    for (const [over, refusal] of faulty) {
      await expect(
        act((tx) => draftPolicy(tx, { ...fields, terms: [term, { ...term, ...over }] })),
      ).rejects.toMatchObject(refusal);
    }
    await expect(act((tx) => editPolicy(tx, { id: newId(), version: 1, ...fields }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await books().read(listPolicies)).toHaveLength(before);
  });

  test('groups are renamed, added, put in order; one that is named somewhere cannot be dropped', async () => {
    const groups = (await books().read(listGroups)).map(({ code, name, nameEn }) => ({ code, name, nameEn }));
    const next = [{ code: 'door', name: rare, nameEn: 'Door' }, ...groups.toReversed()];
    const version = (await books().read(listGroups))[0]?.version ?? 0;
    await act((tx) => saveGroups(tx, { version, groups: next }));
    expect((await books().read(listGroups)).map(({ position: _, version: __, ...group }) => group)).toEqual(
      next,
    );
    // A list from before would drop what the other added.
    await expect(act((tx) => saveGroups(tx, { version, groups }))).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
      facts: { id: 'groups', current: { version: version + 1 } },
    });
    await act((tx) => saveGroups(tx, { version: version + 1, groups }));
    expect((await books().read(listGroups)).map((group) => group.code)).toEqual(
      groups.map((group) => group.code),
    );
    await expect(
      act((tx) =>
        saveGroups(tx, {
          version: version + 2,
          groups: groups.filter((group) => group.code !== 'body'),
        }),
      ),
    ).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { issues: [{ path: 'groups', code: 'groupInUse', limit: '车身' }] },
    });
    await expect(
      act((tx) => saveGroups(tx, { version: version + 2, groups: [...groups, groups[0]!] })),
    ).rejects.toMatchObject({
      code: 'CODE_TAKEN',
      facts: { field: 'groups.8.code' },
    });
  });

  test('publishing says how many units change, and which groups get other terms', async () => {
    const soldOn = (saleDay: string | null) => books().write((tx) => sellBus(tx, { saleDay }, 'effect'));
    const old = await soldOn('2024-12-21');
    await soldOn('2026-07-01');
    await soldOn('2026-09-01');
    const published = async (over: Partial<PolicyFields>) => {
      const draft = await act<{ id: string; version: number }>((tx) =>
        draftPolicy(tx, { ...fields, scope: ['effect'], cardWithinDays: 0, ...over }),
      );
      const effect = await books().read((tx) => publishingEffect(tx, draft));
      await act((tx) => publishPolicy(tx, draft));
      return effect;
    };
    const body = { ...term, componentGroupCode: 'body', clause: '' };
    await published({ validFromDay: '2020-01-01', regions: [], terms: [term, body] });
    const shorter = { validFromDay: '2026-07-01', regions: [], terms: [{ ...term, months: 12 }, body] };
    const limits = { months: 24, mileageKm: 200_000, operatingHours: null, wearPart: false };
    expect(await published(shorter)).toEqual({
      unitCount: 2,
      groups: [
        {
          componentGroupCode: 'chassis',
          componentGroupName: '底盘、发动机',
          unitCount: 2,
          before: limits,
          after: { ...limits, months: 12 },
        },
      ],
    });
    const held = await books().read((tx) => previewJudgements(tx, previewOf(old.unitId)));
    expect(held.find((group) => group.componentGroupCode === 'chassis')).toMatchObject({
      endDay: '2026-12-21',
    });
    const forFaults = { ...shorter, validFromDay: '2026-08-01', appliesBy: 'faultDay' as const };
    expect(await published({ ...forFaults, terms: [body] })).toMatchObject({
      unitCount: 3,
      groups: [
        { componentGroupCode: 'chassis', unitCount: 2, before: { months: 12 }, after: null },
        { componentGroupCode: 'chassis', unitCount: 1, before: limits, after: null },
      ],
    });
  });
});

function previewOf(unitId: string) {
  return { unitId, day: '2026-11-01', mileageKm: 186_400, operatingHours: null };
}
