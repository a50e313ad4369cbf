import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#host/database/database.ts';
import { chanceFrom, dose, seedOfRun, tell, type Chance } from '#tests/support/trust/dose.ts';
import { KilledBooks } from '#tests/support/trust/killed-books.ts';
import type { LifeOrder } from '#tests/support/trust/life.ts';
import { bundleLife, type Blow } from '#tests/support/trust/lives.ts';

const kinds = ['posting', 'numbering', 'checkpoint', 'migration'] as const;
const livesPerBooks = 13;
const servingAtMostMs = 2000;

describe('R1 kill -9', () => {
  let life: Awaited<ReturnType<typeof bundleLife>>;
  beforeAll(async () => {
    life = await bundleLife();
  });
  afterAll(() => life.remove());

  test.each([
    ['sqlite', dose(104, 1000)],
    ['postgres', dose(8, 100)],
  ] as const)('takes nothing that was promised and leaves nothing half, on %s', async (engine, kills) => {
    const seed = seedOfRun();
    const chance = chanceFrom(seed);
    const total = await killAll(engine, kills, chance, life.file);
    tell(`R1 ${engine}`, { tried: total.kills, effective: total.effective, seed, ...total.figures() });
    expect(total.lost, `lost (seed ${seed})`).toEqual([]);
    expect(total.broken, `broken (seed ${seed})`).toEqual([]);
    expect(total.errors).toEqual([]);
    expect(total.servingAgainMs(0.95)).toBeLessThanOrEqual(servingAtMostMs);
    expect(total.effective).toBeGreaterThan(kills / 3);
  });

  test('control: losses are found where a write is told before its commit', async () => {
    const seed = seedOfRun();
    const chance = chanceFrom(seed);
    const books = await KilledBooks.open('sqlite', life.file);
    for (let kills = 0; kills < 60 && books.lost.length === 0; kills += 1) {
      await books.kill('posting', { after: 'done ', times: chance.between(1, 6), delayMs: 0 }, true);
    }
    await books.close();
    tell('R1 control', { tried: books.kills, effective: books.lost.length, seed });
    expect(books.lost).not.toEqual([]);
  });
});

/** Two books at a time, one per core. */
async function killAll(engine: Engine, kills: number, chance: Chance, file: string): Promise<Total> {
  const total = new Total();
  let left = kills;
  const lane = async () => {
    while (left > 0) {
      const books = await KilledBooks.open(engine, file);
      for (let life = 0; life < livesPerBooks && left > 0; life += 1) {
        left -= 1;
        const kind =
          engine === 'sqlite' ? chance.oneOf(kinds) : chance.oneOf(['posting', 'numbering'] as const);
        await books.kill(kind, blowFor(kind, chance), false);
      }
      await books.close();
      total.add(books);
    }
  };
  await Promise.all([lane(), lane()]);
  return total;
}

function blowFor(kind: LifeOrder['kind'], chance: Chance): Blow {
  if (kind === 'migration') return { after: 'migration\n', times: 1, delayMs: chance.next() * 100 };
  if (kind === 'checkpoint')
    return { after: 'checkpoint\n', times: chance.between(1, 3), delayMs: chance.next() * 4 };
  return { after: 'done ', times: chance.between(1, 12), delayMs: chance.next() * 20 };
}

/** What came of all the kills. */
class Total {
  kills = 0;
  effective = 0;
  promised = 0;
  readonly servingMs: number[] = [];
  readonly phases = new Map<string, number>();
  readonly lost: string[] = [];
  readonly broken: string[] = [];
  readonly errors: string[] = [];

  add(books: KilledBooks): void {
    this.kills += books.kills;
    this.effective += books.effective;
    this.promised += books.promised;
    this.servingMs.push(...books.servingMs);
    for (const [phase, times] of books.phases) this.phases.set(phase, (this.phases.get(phase) ?? 0) + times);
    this.lost.push(...books.lost);
    this.broken.push(...books.broken);
    this.errors.push(...books.errors);
  }

  figures(): Record<string, number | string> {
    const during = [...this.phases].map(([phase, times]) => `${phase} ${times}`).join(' ');
    const again = [0.5, 0.95, 1].map((share) => Math.round(this.servingAgainMs(share))).join('/');
    return { promised: this.promised, during, 'serving again ms': again };
  }

  /** Within how many milliseconds this share of the lives served; other programs of the PC slow down a few. */
  servingAgainMs(share: number): number {
    const sorted = this.servingMs.toSorted((one, other) => one - other);
    return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  }
}
