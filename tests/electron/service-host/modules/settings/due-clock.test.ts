import { expect, test } from 'vitest';
import { startOfDay } from '#shared/domain/days.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { newId } from '#shared/domain/ids.ts';
import { dueClock } from '#host/modules/settings/due-clock.queries.ts';
import { presetDuties, presetWorkingTime } from '#host/modules/settings/settings.presets.ts';
import { settingsOf } from '#host/modules/settings/settings.queries.ts';
import { saveSettings } from '#host/modules/settings/settings.service.ts';
import { onBothEngines } from '#tests/support/books.ts';

const hour = 3_600_000;
const { since: _, ...limits } = presetDuties;

onBothEngines('the clock of duties', (books) => {
  const eightHours = (from: number) => books().read(async (tx) => (await dueClock(tx)).afterHours(from, 8));

  test('counts the working time of the firm, with its exceptions before the public calendar', async () => {
    const friday = startOfDay('2026-12-31') + 13.5 * hour;
    // New Year 2027 is not in the program yet: a Friday like any other until the firm says so.
    await books().write((tx) =>
      saveSettings(tx, 'workingTime', {
        version: 0,
        values: { ...presetWorkingTime, publicDaysOff: ['2027-01-01'], daysOff: ['2027-01-04'] },
      }),
    );
    expect(await eightHours(friday)).toBe(startOfDay('2027-01-05') + 12 * hour);
    await books().write((tx) =>
      saveSettings(tx, 'workingTime', {
        version: 1,
        values: { ...presetWorkingTime, publicDaysOff: ['2027-01-01'], workdays: ['2027-01-01'] },
      }),
    );
    expect(await eightHours(friday)).toBe(startOfDay('2027-01-01') + 12 * hour);
  });

  test('counts by the clock where the firm says so, and keeps since when files are owed', async () => {
    await books().write((tx) => saveSettings(tx, 'duties', { version: 0, values: { since: 7 } }));
    await books().write((tx) =>
      saveSettings(tx, 'duties', { version: 1, values: { ...limits, countsWorkingTime: false } }),
    );
    expect(await eightHours(0)).toBe(8 * hour);
    expect(await books().read((tx) => settingsOf(tx, 'duties'))).toMatchObject({
      since: 7,
      countsWorkingTime: false,
    });
  });
});

test.each([
  ['no stretch', { spans: [] }],
  [
    'stretches that overlap',
    {
      spans: [
        { from: '08:00', until: '12:00' },
        { from: '11:00', until: '13:00' },
      ],
    },
  ],
  ['a stretch that is no time', { spans: [{ from: 'acht', until: '12:00' }] }],
  ['no weekday', { weekdays: [] }],
  ['an eighth weekday', { weekdays: [8] }],
  ['a day that is none', { daysOff: ['2026-02-30'] }],
  ['a day both off and worked', { daysOff: ['2026-12-24'], workdays: ['2026-12-24'] }],
])('a working time with %s is refused', async (_, over) => {
  const schema = settingsContract.saveWorkingTime['~orpc'].inputSchema;
  const isTaken = async (values: object) => {
    const input = { operationId: newId<'operation'>(), version: 0, values };
    const answer = await schema?.['~standard'].validate(input);
    return answer !== undefined && answer.issues === undefined;
  };
  expect(await isTaken(presetWorkingTime)).toBe(true);
  expect(await isTaken({ ...presetWorkingTime, ...over })).toBe(false);
});
