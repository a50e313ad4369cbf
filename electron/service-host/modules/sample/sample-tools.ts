import { addDays, dayOf } from '#shared/domain/days.ts';
import { askLose } from '../tools/losing.service.ts';
import { checkTool, createTool, lendTool, takeToolBack } from '../tools/tools.service.ts';
import { personOf, type SampleBooks } from './sample-books.ts';

const dayMs = 86_400_000;
const toolsOfTheHouse = [
  { name: '扭力扳手 40-200 N·m', category: '扭矩', checkIntervalDays: 180, valueFen: 68_000 },
  { name: '故障诊断仪', category: '诊断', checkIntervalDays: 0, valueFen: 1_280_000 },
  { name: '绝缘电阻测试仪', category: '电器', checkIntervalDays: 30, valueFen: 156_000 },
  { name: '液压拉马 20 t', category: '拆装', checkIntervalDays: 0, valueFen: 92_000 },
  { name: '空调压力表组', category: '空调', checkIntervalDays: 365, valueFen: 45_000 },
];

/** The tools of the workshop: one was lent and came back, one is overdue and its loss waits for a leader, one waits for its check. */
export async function tellTools(books: SampleBooks, begin: number, end: number): Promise<void> {
  const [keeper, ...borrowers] = ['zhaogang', 'lizq', 'majun'].map((name) => personOf(books, name));
  if (!keeper) return;
  const lend = (
    tool: { readonly id: string; readonly version: number },
    to: number,
    at: number,
    days: number,
  ) =>
    books.at(at, keeper, (tx) => {
      const dueBackDay = addDays(dayOf(tx.now), days);
      const personId = borrowers[to]?.personId ?? '';
      return lendTool(tx, { ...tool, personId, caseId: null, dueBackDay, notes: '' });
    });
  const [wrench, tester, meter, puller, gauges] = await books.at(begin, keeper, async (tx) => {
    const made = [];
    const plain = { number: '', keeperId: keeper.personId, lastCheckDay: null, purchaseDay: null, notes: '' };
    for (const tool of toolsOfTheHouse) made.push(await createTool(tx, { ...plain, ...tool }));
    return made;
  });
  if (!wrench || !tester || !meter || !puller || !gauges) return;
  const [checked] = await books.at(end - 36 * dayMs, keeper, async (tx) => {
    const check = { day: dayOf(tx.now), checkResult: 'ok', remark: '' } as const;
    const made = [];
    for (const tool of [wrench, meter, gauges]) made.push(await checkTool(tx, { ...tool, ...check }));
    return made;
  });
  const lent = await lend(checked ?? wrench, 0, end - 30 * dayMs, 7);
  await books.at(end - 25 * dayMs, keeper, (tx) =>
    takeToolBack(tx, { ...lent, isDamaged: false, remark: '' }),
  );
  const overdue = await lend(tester, 1, end - 14 * dayMs, 7);
  await lend(puller, 0, end - 2 * dayMs, 14);
  const asking = { reason: '外出救援时遗失，马俊已写说明', chargeFen: 200_000 };
  await books.at(end - dayMs, keeper, (tx) => askLose(tx, { ...overdue, ...asking }));
}
