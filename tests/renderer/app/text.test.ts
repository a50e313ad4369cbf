import { expect, test } from 'vitest';
import * as states from '#shared/domain/states.ts';
import { paperKinds, searchKinds } from '#shared/nouns/index.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { shortMoment } from '../../../renderer/app/text.ts';

const now = Date.parse('2026-11-22T14:00:00+08:00');

test.each([
  ['2026-11-22T09:12:00+08:00', '09:12'],
  ['2026-11-22T00:00:00+08:00', '00:00'],
  ['2026-11-03T09:12:00+08:00', '11-03 09:12'],
  ['2025-11-03T09:12:00+08:00', '2025-11-03'],
])('%s is written %s', (at, written) => {
  expect(shortMoment(Date.parse(at), now)).toBe(written);
});

test('every word of the closed lists is in both languages; the states of nouns are held with their cards', () => {
  const lists: Readonly<Record<string, readonly string[]>> = {
    role: presetRoles,
    recordKind: searchKinds,
    customerKind: states.customerKinds,
    distanceClass: states.distanceClasses,
    importance: states.importances,
    contactKind: states.contactKinds,
    contactDirection: states.contactDirections,
    category: states.categories,
    faultGroup: states.faultGroups,
    urgency: states.urgencies,
    accountKind: states.accountKinds,
    receiptPurpose: states.receiptPurposes,
    oldPartRule: states.oldPartRules,
    partQualityState: states.partQualityStates,
    verdict: states.verdicts,
    exclusion: states.exclusions,
    requisitionPurpose: states.requisitionPurposes,
    clearingKind: states.clearingKinds,
    supplementState: states.supplementStates,
    satisfaction: states.satisfactions,
    paperKind: paperKinds,
  };
  const missing = Object.entries(lists).flatMap(([list, values]) =>
    values.flatMap((value) =>
      (['zh-CN', 'en'] as const)
        .filter((language) => !translateAny(language, `states.${list}_${value}`))
        .map(() => `${list}_${value}`),
    ),
  );
  expect(missing).toEqual([]);
});
