import { expect, test } from 'vitest';
import { dayOf, startOfDay } from '#shared/domain/days.ts';
import { SampleAgenda } from '#host/modules/sample/sample-agenda.ts';

const hourMs = 3_600_000;
/** A Monday. */
const monday = startOfDay(dayOf(Date.UTC(2026, 10, 2)));
const end = monday + 30 * 24 * hourMs;
const noProgress = () => Promise.resolve();

/** Hours since Monday, as the test says and reads them. */
const at = (hours: number) => monday + hours * hourMs;
const hoursOf = (moment: number) => Math.round(((moment - monday) / hourMs) * 10) / 10;

test('what several stories do happens in the order of time, one at a time', async () => {
  const agenda = new SampleAgenda(end);
  const seen: string[] = [];
  const story =
    (name: string, ...hours: number[]) =>
    async () => {
      for (const hour of hours) {
        await agenda.until(at(hour));
        seen.push(`${name}>${hoursOf(agenda.now)}`);
        // Waiting for something else than its turn does not let another story in.
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(`${name}<`);
      }
    };
  agenda.begin(at(9), story('b', 10, 15, 12), () => {});
  agenda.begin(at(8.5), story('a', 9, 16, 16), () => {});
  await agenda.run(noProgress);
  // At 12 is late once it has become 15.
  expect(seen.join(' ')).toBe('a>9 a< b>10 b< b>15 b< b>15 b< a>16 a< a>16 a<');
});

test('nothing happens at night or on Sundays, and nothing after the end', async () => {
  const agenda = new SampleAgenda(end);
  const seen: number[] = [];
  const story = async () => {
    for (const hour of [7, 20, 6 * 24 + 10, 40 * 24]) {
      await agenda.until(at(hour));
      seen.push(hoursOf(agenda.now));
    }
  };
  agenda.begin(at(0), story, () => expect.unreachable('the end is no failure'));
  await agenda.run(noProgress);
  expect(seen.map((hour) => Math.floor(hour))).toEqual([8, 24 + 8, 7 * 24 + 8]);
});

test('what fails in a story is told, and the agenda goes on', async () => {
  const agenda = new SampleAgenda(end);
  const failures: unknown[] = [];
  const seen: string[] = [];
  agenda.begin(
    at(9),
    () => Promise.reject(new RangeError('no such part')),
    (error) => failures.push(error),
  );
  agenda.begin(
    at(10),
    () => {
      seen.push('went on');
      return Promise.resolve();
    },
    () => {},
  );
  await agenda.run(noProgress);
  expect(failures).toEqual([new RangeError('no such part')]);
  expect(seen).toEqual(['went on']);
});
