import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/days.ts';
import type { Exclusion } from '#shared/domain/states.ts';
import { translateAny } from '#shared/messages/translate.ts';
import {
  choosePolicy,
  judge,
  type JudgementFacts,
  specificityOf,
} from '#host/modules/warranty/warranty.rules.ts';

/**
 * facts → verdict | end day | days, kilometres, hours left | reasons.
 * Facts: words of the form name=value, from a unit sold 2024-12-21 with its card on 2024-12-30, judged 2026-11-22 at
 * 186400 km by a policy of 24 months / 200000 km, card within 20 days.
 */
const table = `
  (nothing else)                          → covered    | 2026-12-21 | 29 13600 -   | MonthsWithin KilometresWithin
  prolonged=19                            → covered    | 2027-01-09 | 48 13600 -   | MonthsWithin KilometresWithin Prolonged
  day=2026-12-21                          → covered    | 2026-12-21 | 0 13600 -    | MonthsWithin KilometresWithin
  day=2026-12-22                          → notCovered | 2026-12-21 | -1 13600 -   | MonthsOver KilometresWithin
  km=200000                               → covered    | 2026-12-21 | 29 0 -       | MonthsWithin KilometresWithin
  km=200001                               → notCovered | 2026-12-21 | 29 -1 -      | KilometresOver MonthsWithin
  km=-                                    → undecided  | 2026-12-21 | 29 - -       | KilometresMissing MonthsWithin
  km=- day=2026-12-22                     → notCovered | 2026-12-21 | -1 - -       | MonthsOver KilometresMissing
  km=- limitKm=-                          → covered    | 2026-12-21 | 29 - -       | MonthsWithin
  limitHours=3000                         → undecided  | 2026-12-21 | 29 13600 -   | HoursMissing MonthsWithin KilometresWithin
  limitHours=3000 hours=3000              → covered    | 2026-12-21 | 29 13600 0   | MonthsWithin KilometresWithin HoursWithin
  limitHours=3000 hours=3001              → notCovered | 2026-12-21 | 29 13600 -1  | HoursOver MonthsWithin KilometresWithin
  months=- limitKm=-                      → undecided  | -          | - - -        | NoTerm
  months=-                                → covered    | -          | - 13600 -    | KilometresWithin
  months=1 sale=2025-01-31 card=- cardDays=0 day=2025-02-28 → covered | 2025-02-28 | 0 13600 - | MonthsWithin KilometresWithin
  months=1 sale=2025-01-31 card=- cardDays=0 day=2025-03-01 → notCovered | 2025-02-28 | -1 13600 - | MonthsOver KilometresWithin
  months=1 sale=2024-01-31 card=- cardDays=0 day=2024-02-29 → covered | 2024-02-29 | 0 13600 - | MonthsWithin KilometresWithin
  sale=-                                  → undecided  | -          | - 13600 -    | SaleDayMissing KilometresWithin
  sale=- km=200001                        → notCovered | -          | - -1 -       | KilometresOver SaleDayMissing
  sale=2026-11-23                         → undecided  | 2028-11-23 | 732 13600 -  | BeforeSale MonthsWithin KilometresWithin
  policy=-                                → undecided  | -          | - - -        | NoPolicy
  scope=ZK6105                            → undecided  | -          | - - -        | NoPolicy
  scope=bus                               → covered    | 2026-12-21 | 29 13600 -   | MonthsWithin KilometresWithin
  term=-                                  → undecided  | -          | - - -        | NoTerm
  term=- exclusions=misuse                → notCovered | -          | - - -        | Misuse NoTerm
  wear=yes                                → notCovered | -          | - - -        | WearPart
  exclusions=tampered                     → notCovered | 2026-12-21 | 29 13600 -   | Tampered MonthsWithin KilometresWithin
  exclusions=misuse,outsideRegion         → notCovered | 2026-12-21 | 29 13600 -   | Misuse OutsideRegionSaid MonthsWithin KilometresWithin
  exclusions=noCard card=-                → notCovered | 2026-12-21 | 29 13600 -   | NoCardSaid MonthsWithin KilometresWithin
  card=-                                  → notCovered | 2026-12-21 | 29 13600 -   | NoCard MonthsWithin KilometresWithin
  card=- cardDays=0                       → covered    | 2026-12-21 | 29 13600 -   | MonthsWithin KilometresWithin
  card=- day=2025-01-10                   → covered    | 2026-12-21 | 710 13600 -  | MonthsWithin KilometresWithin
  card=- day=2025-01-11                   → notCovered | 2026-12-21 | 709 13600 -  | NoCard MonthsWithin KilometresWithin
  card=2025-01-10                         → covered    | 2026-12-21 | 29 13600 -   | MonthsWithin KilometresWithin
  card=2025-01-11                         → undecided  | 2026-12-21 | 29 13600 -   | CardLate MonthsWithin KilometresWithin
  card=2025-01-11 km=200001               → notCovered | 2026-12-21 | 29 -1 -      | KilometresOver CardLate MonthsWithin
  regions=广东                            → covered    | 2026-12-21 | 29 13600 -   | MonthsWithin KilometresWithin
  regions=湖南,海南                       → notCovered | 2026-12-21 | 29 13600 -   | OutsideRegion MonthsWithin KilometresWithin
  regions=湖南 region=                    → undecided  | 2026-12-21 | 29 13600 -   | RegionMissing MonthsWithin KilometresWithin
  replaced=2026-11-03/182950              → covered    | 2026-12-21 | 29 13600 -   | MonthsWithin KilometresWithin RestOfTerm
  fresh=yes replaced=2026-11-03/182950    → covered    | 2028-11-03 | 712 196550 - | MonthsWithin KilometresWithin FreshTerm
  fresh=yes replaced=2026-11-03/-         → undecided  | 2028-11-03 | 712 - -      | KilometresAtReplacementMissing MonthsWithin FreshTerm
  fresh=yes replaced=2026-11-23/182950    → covered    | 2026-12-21 | 29 13600 -   | MonthsWithin KilometresWithin
  fresh=yes replaced=2026-11-03/0 sale=-  → covered    | 2028-11-03 | 712 13600 -  | MonthsWithin KilometresWithin FreshTerm
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split('→').map((half) => half.trim()) as [string, string]);

test.each(rows)('%s', (words, expected) => {
  const { verdict, reasons, endDay, daysLeft, kilometresLeft, hoursLeft } = judge(factsOf(words));
  const left = [daysLeft, kilometresLeft, hoursLeft].map((number) => number ?? '-').join(' ');
  const names = reasons.map((reason) => reason.key.replace('warranty.reason', '')).join(' ');
  const [expectedVerdict, ...rest] = expected.split('|').map((cell) => cell.trim());
  expect([verdict, endDay ?? '-', left, names]).toEqual([expectedVerdict, ...rest]);
});

test('every reason is a sentence in both languages, with every gap filled', () => {
  for (const [words] of rows) {
    for (const { key, parameters } of judge(factsOf(words)).reasons) {
      for (const language of ['zh-CN', 'en'] as const) {
        const gaps = [...(translateAny(language, key) ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(translateAny(language, key), key).toBeDefined();
        expect(Object.keys(parameters), key).toEqual(expect.arrayContaining(gaps));
      }
    }
  }
});

test('once not covered never covered again: neither later nor further nor with more hours', () => {
  const facts = fc.record({
    base: fc.constantFrom(
      ...rows
        .map(([words]) => factsOf(words))
        .filter((facts) => !facts.replacement || facts.policy?.replacementTerm === 'restOfTerm'),
    ),
    day: fc.integer({ min: 0, max: 2000 }),
    later: fc.integer({ min: 0, max: 2000 }),
    km: fc.integer({ min: 0, max: 400_000 }),
    further: fc.integer({ min: 0, max: 400_000 }),
    hours: fc.integer({ min: 0, max: 9000 }),
    longer: fc.integer({ min: 0, max: 9000 }),
  });
  fc.assert(
    fc.property(facts, ({ base, day, later, km, further, hours, longer }) => {
      const basisDay = addDays('2024-12-01', day);
      const now = judge({ ...base, basisDay, mileageKm: km, operatingHours: hours });
      const then = judge({
        ...base,
        basisDay: addDays(basisDay, later),
        mileageKm: km + further,
        operatingHours: hours + longer,
      });
      if (now.verdict === 'notCovered') expect(then.verdict).toBe('notCovered');
    }),
    { numRuns: 2000 },
  );
});

test('a fresh term never grants less than the rest of the old one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 200_000 }), (day, km) => {
      const replacement = { day: addDays('2024-12-21', day), mileageKm: km, operatingHours: null };
      const basis = { ...factsOf(''), basisDay: replacement.day, mileageKm: km, replacement };
      const rest = judge(basis);
      const fresh = judge({ ...basis, policy: { ...basis.policy!, replacementTerm: 'freshTerm' } });
      expect(fresh.endDay! >= rest.endDay!).toBe(true);
      expect(fresh.kilometresLeft!).toBeGreaterThanOrEqual(rest.kilometresLeft!);
    }),
  );
});

test('the policy with the closest scope wins, then the latest that holds', () => {
  const policy = (name: string, validFromDay: string, scope: string[], published = true) => ({
    name,
    validFromDay,
    appliesBy: 'faultDay' as const,
    scope,
    published,
    createdAt: 1,
  });
  const policies = [
    policy('all 2020', '2020-01-01', []),
    policy('all 2026', '2026-01-01', []),
    policy('line 2021', '2021-01-01', ['bus']),
    policy('code 2020', '2020-06-01', ['ZK6126HG', 'ZK6105']),
    policy('draft', '2020-01-01', ['tractor'], false),
    policy('empty line', '2020-01-01', ['']),
  ];
  const chosen = (productCode: string, productLine: string, day: string) =>
    choosePolicy(policies, { productCode, productLine, saleDay: null, faultDay: day })?.name;
  expect(chosen('X', 'tractor', '2025-12-31')).toBe('all 2020');
  expect(chosen('X', 'tractor', '2026-01-01')).toBe('all 2026');
  expect(chosen('X', 'bus', '2026-01-01')).toBe('line 2021');
  expect(chosen('ZK6105', 'bus', '2026-01-01')).toBe('code 2020');
  expect(chosen('X', '', '2026-01-01')).toBe('all 2026');
  expect(chosen('X', 'bus', '2019-12-31')).toBeUndefined();
  expect(specificityOf([], { productCode: 'X', productLine: '' })).toBe(1);
});

test('by default the day of sale decides; a policy may say that it holds for faults from its day on', () => {
  const policy = (name: string, validFromDay: string, appliesBy: 'saleDay' | 'faultDay') => ({
    name,
    validFromDay,
    appliesBy,
    scope: [],
    published: true,
    createdAt: 1,
  });
  const sold = [policy('24 months', '2020-01-01', 'saleDay'), policy('12 months', '2026-07-01', 'saleDay')];
  const chosen = (policies: typeof sold, saleDay: string | null, faultDay: string) =>
    choosePolicy(policies, { productCode: 'X', productLine: '', saleDay, faultDay })?.name;
  expect(chosen(sold, '2025-03-01', '2026-06-30')).toBe('24 months');
  expect(chosen(sold, '2025-03-01', '2026-07-02')).toBe('24 months');
  expect(chosen(sold, '2026-07-01', '2026-07-02')).toBe('12 months');
  expect(chosen(sold, null, '2026-07-02')).toBe('12 months');
  const faults = [...sold, policy('recall of everybody', '2026-08-01', 'faultDay')];
  expect(chosen(faults, '2025-03-01', '2026-07-31')).toBe('24 months');
  expect(chosen(faults, '2025-03-01', '2026-08-01')).toBe('recall of everybody');
});

function factsOf(words: string): JudgementFacts {
  const given = new Map([...words.matchAll(/(\w+)=(\S*)/g)].map(([, name, value]) => [name, value]));
  const text = (name: string, otherwise: string | null) =>
    given.has(name) ? (given.get(name) === '-' ? null : given.get(name)!) : otherwise;
  const number = (name: string, otherwise: number | null) =>
    given.has(name) ? (given.get(name) === '-' ? null : Number(given.get(name))) : otherwise;
  const list = (name: string) => (given.get(name) ?? '').split(',').filter(Boolean);
  const [replacedDay, replacedKm] = (given.get('replaced') ?? '').split('/');
  const term = {
    clause: '3.2',
    months: number('months', 24),
    mileageKm: number('limitKm', 200_000),
    operatingHours: number('limitHours', null),
    wearPart: given.get('wear') === 'yes',
  };
  return {
    policy:
      given.get('policy') === '-'
        ? null
        : {
            scope: list('scope'),
            regions: list('regions'),
            cardWithinDays: number('cardDays', 20)!,
            replacementTerm: given.get('fresh') === 'yes' ? 'freshTerm' : 'restOfTerm',
            term: given.get('term') === '-' ? undefined : term,
          },
    unit: {
      productCode: 'ZK6126HG',
      productLine: 'bus',
      saleDay: text('sale', '2024-12-21'),
      cardReceivedDay: text('card', '2024-12-30'),
      region: given.get('region') ?? '广东深圳',
    },
    basisDay: given.get('day') ?? '2026-11-22',
    mileageKm: number('km', 186_400),
    operatingHours: number('hours', null),
    exclusions: list('exclusions') as Exclusion[],
    replacement: replacedDay
      ? { day: replacedDay, mileageKm: replacedKm === '-' ? null : Number(replacedKm), operatingHours: null }
      : null,
    prolongedDays: number('prolonged', 0)!,
  };
}
