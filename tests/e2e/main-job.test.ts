import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wellKnownAccounts } from '#host/modules/stock/stock.presets.ts';
import {
  compose,
  cursorIn,
  enter,
  enterUntil,
  findRecord,
  intoRows,
  openPlace,
  pick,
  press,
  scan,
  tabTo,
  type,
  typeAndEnter,
} from './support/keyboard.ts';
import { checkAuditByCommand } from './support/audit-command.ts';
import { doneStep } from './support/case-steps.ts';
import { listRows } from './support/list-rows.ts';
import { fillMainJobBooks, firstStart, foreman, gasket } from './support/main-job-books.ts';
import { officeOfThisFile } from './support/manned-office.ts';
import { openPaper, printPaper, putPaperAway } from './support/paper.ts';
import { pastePicture } from './support/paste-picture.ts';
import { sayRow } from './support/say-row.ts';
import { admin, firmName, people, story } from './support/story-books.ts';

const office = officeOfThisFile({ name: 'main-job', books: 'empty' }, { ...people, foreman });

/** The PC at which the administrator began. */
let administrator: Page;
/** Numbers that one of them reads to the next. */
const found = { caseNumber: '', requisitionNumber: '', oldPartNumber: '', reportNumber: '' };

// No mouse in it. The one thing without a key is the file dialog of the system: the scan is pasted with Ctrl+V instead.
describe('the main job, from empty books to a closed case, by keyboard', () => {
  test('the administrator begins: the firm and the first account', async () => {
    const page = await office.open();
    administrator = page;
    await page.getByText('首次使用').waitFor();
    await cursorIn(page, 'firm.name');
    for (const text of firstStart) await typeAndEnter(page, text);
    await enter(page);
    await page.locator('.frame').waitFor();
    await page.getByRole('button', { name: `${admin.name} · 管理员` }).waitFor();
    await fillMainJobBooks(office.address);
  });

  test('the clerk takes the call of a number that nobody knows: the customer by pinyin, the bus by its plate', async () => {
    const page = await office.sit('clerk');
    await page.keyboard.press('F2');
    await cursorIn(page, 'telephone');
    await typeAndEnter(page, '13906290077');
    await cursorIn(page, 'callerName');
    await typeAndEnter(page, story.callerName);
    await cursorIn(page, 'customerId');
    await pick(page, 'sdegj', story.customer);
    await cursorIn(page, 'unitId');
    await pick(page, 'a3381', story.plate);
    await cursorIn(page, 'mileageKm');
    await type(page, '86450');
    await enterUntil(page, 'faultGroup');
    await page.keyboard.press('2');
    await enterUntil(page, 'summary');
    await typeAndEnter(page, story.symptom);
    await cursorIn(page, 'urgency');
    await page.keyboard.press('3');
    await page.getByTestId('warranty-light').getByText('三包内').first().waitFor();
    await page.keyboard.press('F9');
    found.caseNumber = await page.getByRole('heading', { name: /^FW\d{6}-0001$/ }).innerText();
  });

  test('the clerk judges the warranty on the page of the case, and reads the half-sheet', async () => {
    const page = await office.sit('clerk');
    await press(page.getByRole('button', { name: '三包判定' }));
    await press(page.getByRole('button', { name: '出判定单' }));
    await doneStep(page, '判定').getByText('三包内').waitFor();
    const text = await openPaper(page, () =>
      press(page.getByTestId('judgements').getByRole('button').first()),
    );
    expect(text).toMatch(/PD\d{6}-0001/);
    for (const words of [firmName, '三包判定单', story.plate, '三包内', '86,450'])
      expect(text).toContain(words);
    await printPaper(page);
  });

  test('the foreman requisitions from the case, and his own approval is refused', async () => {
    const page = await office.sit('foreman');
    await findRecord(page, found.caseNumber);
    await page.getByRole('heading', { name: found.caseNumber }).waitFor();
    await page.keyboard.press('F7');
    await page.getByTestId('adder').locator('input:focus').waitFor();
    await pick(page, story.partNumber, story.partName);
    await page.getByTestId('draft-lines').getByText(story.partName).waitFor();
    await tabTo(page.getByTestId('adder').getByRole('combobox'));
    await pick(page, gasket.pinyin, gasket.name);
    await page.getByTestId('draft-lines').getByText(gasket.name).waitFor();
    await tabTo(page.locator('[data-field="lines.1.quantity"] input'));
    await type(page, '2');
    await page.keyboard.press('F9');
    const card = page.getByTestId('requisition');
    await card.getByText(`${foreman.name} 提交`).waitFor();
    await card.getByText('不能审批自己的领料单').waitFor();

    // Nor ticked in the list, where the key works.
    await intoRows(page);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '同意所选 1 件' }).waitFor();
    await page.keyboard.press('F9');
    await page.getByTestId('several-approved').getByText('不能审批自己的领料单').waitFor();
    await card.getByText(`${foreman.name} 提交`).waitFor();
    expect(await card.getByText('批准').count()).toBe(0);
  });

  test('another leader sends it back, which wants a reason, and the foreman reads it and submits again', async () => {
    const leader = await office.sit('leader');
    await openPlace(leader, '领料与销账');
    await intoRows(leader);
    await leader.getByTestId('requisition').getByText(story.partName).first().waitFor();
    await leader.keyboard.press('F6');
    await cursorIn(leader, 'reason');
    await compose(leader, '请写明');
    await enter(leader);
    expect(await leader.getByTestId('reason').count()).toBe(1);
    await leader.locator('[data-submit]:focus').waitFor();
    await enter(leader);
    await leader.getByText('已返回修改').waitFor();

    const page = await office.sit('foreman');
    await page.getByTestId('sent-back').getByText('返回修改：请写明').waitFor();
    await page.keyboard.press('F9');
    await page.getByTestId('requisition').getByText(`${foreman.name} 提交`).waitFor();
  });

  test('the leader reads its paper and approves it, F9', async () => {
    const page = await office.sit('leader');
    await openPlace(page, '领料与销账');
    await intoRows(page);
    await page.getByTestId('requisition').getByText(story.partName).first().waitFor();
    const text = await openPaper(page, () => page.keyboard.press('Control+p'));
    for (const words of ['领料单', found.caseNumber, story.partNumber, gasket.name, foreman.name, '三包内'])
      expect(text).toContain(words);
    await putPaperAway(page);
    await page.keyboard.press('F9');
    const told = await page.getByText(/LL\d{6}-0001 已批准/).innerText();
    found.requisitionNumber = told.split(' ')[0] ?? '';
  });

  test('the storekeeper issues it, and prints the slip and the tag of the old part', async () => {
    const page = await office.sit('warehouse');
    await findRecord(page, found.requisitionNumber);
    await page.getByTestId('requisition').waitFor();
    await page.keyboard.press('F9');
    await page.getByTestId('issue').getByText(story.partName).waitFor();
    const quantity = page.getByTestId('issue').locator('input:focus');
    await quantity.waitFor();
    // A quantity that is none: nothing leaves the shelf until it is mended.
    await type(page, '1.2345');
    await page.keyboard.press('F9');
    await page.getByTestId('issue').getByText('最多三位小数').waitFor();
    await page.keyboard.press('Control+a');
    await type(page, '1');
    await page.keyboard.press('F9');
    await page.getByTestId('issued').waitFor();
    const tag = page.getByTestId('issues').getByText(/JJ\d{6}-0001/);
    found.oldPartNumber = /JJ\S+/.exec(await tag.innerText())?.[0] ?? '';
    const slip = await openPaper(page, () => page.keyboard.press('Alt+p'));
    expect(slip).toMatch(/CK\d{6}-0001/);
    for (const words of [found.requisitionNumber, story.partNumber, gasket.number, 'A-03-2'])
      expect(slip).toContain(words);
    await printPaper(page);
    const label = await openPaper(page, () => page.keyboard.press('Alt+t'));
    for (const words of [found.oldPartNumber, story.plate, found.caseNumber]) expect(label).toContain(words);
    expect(label).not.toContain(gasket.number);
    await printPaper(page);
  });

  test('the foreman writes the report; its print is refused before the finish', async () => {
    const page = await office.sit('foreman');
    await findRecord(page, found.caseNumber);
    await page.keyboard.press('F8');
    await page.getByTestId('missing').getByText('完工时间').waitFor();
    await page.keyboard.press('Control+p');
    await page.getByRole('alert').getByText('完工后才能打印').waitFor();
    await cursorIn(page, 'finishedAt');
    await page.keyboard.press('F9');
    await page.getByRole('alert').getByText('补全后才能完工').waitFor();
    expect(await page.getByText('故障原因').count()).toBe(1);

    await page.getByTestId('offered').getByText(gasket.name).waitFor();
    await page.keyboard.press('F7');
    await page.getByTestId('report-lines').getByText(gasket.name).waitFor();
    await press(page.locator('[data-field="arrivedAt"]').getByRole('button', { name: '现在' }));
    await press(page.locator('[data-field="finishedAt"]').getByRole('button', { name: '现在' }));
    await tabTo(page.locator('[data-field="cause"] textarea'));
    await typeAndEnter(page, '水泵轴封漏水');
    await cursorIn(page, 'work');
    await typeAndEnter(page, '更换水泵总成和一片密封垫');
    await tabTo(page.locator('[data-field="lines.1.quantity"] input'));
    await typeAndEnter(page, '1');
    await page.getByTestId('missing').getByText('内容齐全').waitFor();
    await page.keyboard.press('F9');
    found.reportNumber = await page.getByRole('heading', { name: /^FB\d{6}-0001$/ }).innerText();
    await page.getByTestId('prints').getByText('未准打印').waitFor();
  });

  test('printed, signed after the finish and not before, the scan pasted', async () => {
    const page = await office.sit('foreman');
    const text = await openPaper(page, () => page.keyboard.press('Control+p'));
    for (const words of [
      '服务报告',
      found.reportNumber,
      story.plate,
      '水泵轴封漏水',
      gasket.number,
      '用户签字',
    ])
      expect(text).toContain(words);
    expect(text).toContain(found.oldPartNumber);
    await printPaper(page);

    await page.keyboard.press('F9');
    await cursorIn(page, 'signedAt');
    await typeAndEnter(page, '-1');
    await enterUntil(page, 'satisfaction');
    await page.keyboard.press('1');
    await pastePicture(page);
    await page.getByTestId('sign').locator('input[type="radio"]:checked').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('alert').getByText('不能早于完工时间').waitFor();
    await press(page.getByTestId('sign').getByRole('button', { name: '现在' }));
    await page.keyboard.press('Control+s');
    await page.getByTestId('sign').waitFor({ state: 'detached' });
    await page.getByTestId('report').getByText(story.callerName).first().waitFor();
  });

  test('the leader approves the report, F9', async () => {
    const page = await office.sit('leader');
    await openPlace(page, '服务报告');
    await intoRows(page);
    await page.getByTestId('report').getByText('水泵轴封漏水').waitFor();
    await page.keyboard.press('F9');
    await page.getByText(`${found.reportNumber} 已批准`).waitFor();
  });

  test('the storekeeper says line by line where the parts went; refused until the old part is scanned in', async () => {
    const page = await office.sit('warehouse');
    await findRecord(page, found.requisitionNumber);
    await page.getByTestId('requisition').waitFor();
    await page.getByRole('button', { name: /^销账/ }).waitFor();
    await page.keyboard.press('F8');
    const [pump, gaskets] = [page.locator('.clear-line').nth(0), page.locator('.clear-line').nth(1)];
    await pump.locator('input:focus').waitFor();
    await sayRow(pump, 0, '1', '已装车');
    await press(gaskets.getByRole('button', { name: '分开销' }));
    await sayRow(gaskets, 0, '1', '已装车');
    await sayRow(gaskets, 1, '1', '退库');
    await page.keyboard.press('F9');
    await page.getByRole('alert').getByText(`旧件 ${found.oldPartNumber} 还没有交回`).waitFor();

    await openPlace(page, '旧件');
    await page.getByRole('textbox', { name: '扫旧件签' }).and(page.locator(':focus')).waitFor();
    await scan(page, found.oldPartNumber);
    await page.getByTestId('scans').locator('[data-result="found"]').getByText(found.oldPartNumber).waitFor();

    await findRecord(page, found.requisitionNumber);
    await page.getByTestId('requisition').waitFor();
    await page.getByRole('button', { name: /^销账/ }).waitFor();
    await page.keyboard.press('F8');
    // What was said stands there still.
    await gaskets.locator('.clear-row').nth(1).getByRole('radio', { name: '退库', checked: true }).waitFor();
    await page.keyboard.press('F9');
    await page.getByText(`${found.requisitionNumber} 的销账已登记`).waitFor();
  });

  test('nobody holds anything any more, and the ledger shows every way', async () => {
    const page = await office.sit('warehouse');
    const ending = found.oldPartNumber.slice(2);
    const installed = wellKnownAccounts.customer.name;
    await press(page.getByRole('button', { name: '在谁手里' }));
    await page.getByText('没有人持有未销账的配件').waitFor();
    await openPlace(page, '备件台账');
    await press(page.getByRole('button', { name: '分录', exact: true }));
    await expect
      .poll(() => listRows(page, ['documentNumber', 'partName', 'fromName', 'toName', 'quantity']))
      .toEqual([
        `XZ${ending} ${gasket.name} ${foreman.name} A-03-2 1`,
        `XZ${ending} ${gasket.name} ${foreman.name} ${installed} 1`,
        `XZ${ending} ${story.partName} ${foreman.name} ${installed} 1`,
        `${found.oldPartNumber} ${story.partName} ${installed} 旧件库 1`,
        `CK${ending} ${gasket.name} A-03-2 ${foreman.name} 2`,
        `CK${ending} ${story.partName} A-03-2 ${foreman.name} 1`,
        `RK${ending.replace(/1$/, '2')} ${gasket.name} 供应商 A-03-2 10`,
        `RK${ending} ${story.partName} 供应商 A-03-2 3`,
      ]);
    await press(page.getByRole('button', { name: '台账核对' }));
    await page.getByText('8 条分录与结存全部相符').waitFor();
  });

  test('the clerk closes the case, and its page shows every step done', async () => {
    const page = await office.sit('clerk');
    await findRecord(page, found.caseNumber);
    await doneStep(page, '销账').waitFor();
    await page.keyboard.press('F6');
    const choice = page.getByTestId('act').getByRole('radio', { name: '已关闭' });
    const digit = /\d$/.exec(await choice.innerText())?.[0] ?? '';
    await page.locator('[role="radio"]:focus').waitFor();
    await page.keyboard.press(digit);
    await page.keyboard.press('Control+s');
    await page.getByText('已改为“已关闭”').waitFor();
    for (const name of ['登记', '判定', '领料', '到场', '报告', '旧件', '销账', '关闭'])
      await doneStep(page, name).waitFor();
  });

  test('the audit trail is whole, on the screen and by the command, and both name the same head', async () => {
    const page = administrator;
    await openPlace(page, '设置');
    await press(page.getByRole('link', { name: '操作记录' }));
    await press(page.getByRole('button', { name: '开始检查' }));
    const outcome = page.getByTestId('verify-outcome');
    await outcome.getByText('操作记录完整').waitFor();
    const [head = ''] = /\d+:[0-9a-f]{64}/.exec(await outcome.innerText()) ?? [];
    expect(await checkAuditByCommand(office.dataFolder, head)).toContain('操作记录完整');
  });

  test('who looked at the case is one press away from it, and stands apart from what was done', async () => {
    const page = administrator;
    const rows = () => listRows(page, ['personName', 'act', 'subjectKind']);
    await findRecord(page, found.caseNumber);
    await press(page.getByRole('button', { name: '谁看过' }));
    await expect.poll(rows).toContain(`${admin.name} 查看 服务单`);
    const looked = await rows();
    expect(looked).toContain(`${people.clerk.name} 查看 服务单`);
    expect(looked.filter((row) => !row.endsWith(' 查看 服务单'))).toEqual([]);
    // Once a day each, however often they came back to it.
    expect(new Set(looked).size).toBe(looked.length);

    await openPlace(page, '设置');
    await press(page.getByRole('link', { name: '操作记录' }));
    await expect.poll(rows).toContain(`${people.clerk.name} 改状态 服务单`);
    expect((await rows()).filter((row) => row.includes(' 查看 '))).toEqual([]);
  });
});
