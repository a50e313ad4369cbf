import { beforeAll, expect, test } from 'vitest';
import { startOfDay } from '#shared/domain/days.ts';
import { exportAudit } from '#host/desks/audit/audit.export.queries.ts';
import { auditHash, chainStart } from '#host/desks/audit/audit.rules.ts';
import { recordAudit } from '#host/desks/audit/audit.service.ts';
import { excelFile } from '#host/desks/lists/excel.ts';
import { onBothEngines, testStart } from '#tests/support/books.ts';
import { readExcel } from '#tests/support/read-excel.ts';

const november = { fromDay: '2026-11-01', untilDay: '2026-11-30' };
const odd = { name: '𠮷<b>"&_x0041_', note: '=1+1\n\t\u0007', none: null, list: [1, 2.5, true] };

onBothEngines('the exported audit trail', (books) => {
  const cells = async (filter: Parameters<typeof exportAudit>[1], language: 'zh-CN' | 'en' = 'en') => {
    const { name, columns, rows } = await books().read((tx) => exportAudit(tx, filter, language));
    const file = await excelFile(name, columns, rows);
    const [head = [], ...lines] = await readExcel(file);
    const titles = head.map((cell) => cell?.value ?? '');
    return {
      fileName: file.name,
      titles,
      lines: lines.map((line) =>
        Object.fromEntries(titles.map((title, at) => [title, line[at]?.value ?? ''])),
      ),
    };
  };

  beforeAll(async () => {
    books().pass(1234);
    for (let act = 0; act < 700; act += 1) {
      books().pass(61_007);
      const record = {
        act: 'cases.edit',
        subjectKind: 'case',
        subjectId: `c${act % 5}`,
        before: act === 0 ? null : odd,
        after: { act },
      };
      await books().write(
        (tx) => recordAudit(tx, record),
        books().actors[act % 2 === 0 ? 'clerk' : 'leader'],
      );
    }
    await books().write((tx) =>
      recordAudit(tx, { act: 'strange.warp', subjectKind: 'look', subjectId: 'u1', after: { kind: 'unit' } }),
    );
  });

  test('holds all that its chain is made of: every hash can be made anew from the cells', async () => {
    const { titles, lines, fileName } = await cells(november);
    expect(fileName).toBe('Audit trail 2026-11-01 2026-11-30.xlsx');
    expect(titles.slice(0, 11)).toEqual([
      'No.',
      'When',
      'By',
      'Act',
      'Name of the act',
      'Record',
      'Id of the record',
      'Before',
      'After',
      'Code of the one before',
      'Code',
    ]);
    expect(lines).toHaveLength(701);
    let head = chainStart;
    for (const line of lines) {
      expect(line['Code of the one before']).toBe(head);
      head = line['Code'] ?? '';
      expect(auditHash(line['Code of the one before'] ?? '', contentOf(line))).toBe(head);
    }
    expect(lines[0]).toMatchObject({
      When: '2026-11-01 09:01:02',
      Act: 'Change',
      Record: 'Case',
      By: 'clerk',
    });
    expect(lines.at(-1)).toMatchObject({ Act: 'strange.warp', Record: 'Unit', 'Name of the kind': 'look' });
    const altered = { ...contentOf(lines[3] ?? {}), personName: 'nobody' };
    expect(auditHash(lines[3]?.['Code of the one before'] ?? '', altered)).not.toBe(lines[3]?.['Code']);
  });

  test('is narrowed down as the list is', async () => {
    const { lines } = await cells({
      ...november,
      subjectKind: 'case',
      subjectId: 'c1',
      personId: books().actors.leader.personId ?? '',
    });
    expect(lines.map((line) => Number(line['No.']))).toEqual(
      Array.from({ length: 70 }, (_, index) => index * 10 + 2),
    );
    expect((await cells({ ...november, withoutLooks: true })).lines).toHaveLength(700);
    expect((await cells({ fromDay: '2026-11-02', untilDay: '2026-11-02' })).lines).toHaveLength(0);
    const { lines: chinese } = await cells({ ...november, subjectKind: 'look' }, 'zh-CN');
    expect(chinese).toMatchObject([{ 对象: '产品', 操作: 'strange.warp' }]);
  });

  test('says what was cut because a cell holds no more', async () => {
    books().pass(startOfDay('2026-12-01') - testStart);
    for (const text of ['长'.repeat(40_000), '_x0041_'.repeat(5000)])
      await books().write((tx) =>
        recordAudit(tx, { act: 'cases.edit', subjectKind: 'case', subjectId: 'c9', before: text }),
      );
    const { lines } = await cells({ fromDay: '2026-12-01', untilDay: '2026-12-31' });
    expect(lines).toHaveLength(2);
    expect(lines[0]?.['Before']).toHaveLength(32_767);
    for (const line of lines)
      expect(line['Before']).toMatch(/^"[长_x041]+… \(cut: more than a cell holds\)$/);
  });
});

/** What the hash of an entry is made of, from its cells. */
function contentOf(line: Readonly<Record<string, string>>) {
  // The sheet leaves a cell empty where nothing is stored.
  const told = (title: string) => line[title] || 'null';
  return {
    sequence: Number(line['No.']),
    at: Number(line['When (UTC milliseconds)']),
    personId: line['Id of the person'] || null,
    personName: line['Who, as kept'] ?? '',
    act: line['Name of the act'] ?? '',
    subjectKind: line['Name of the kind'] ?? '',
    subjectId: line['Id of the record'] ?? '',
    before: told('Before'),
    after: told('After'),
  };
}
