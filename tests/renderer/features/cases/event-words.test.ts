import { describe, expect, test } from 'vitest';
import { caseEventKinds } from '#shared/domain/case-events.ts';
import { newId } from '#shared/domain/ids.ts';
import { courseText } from '#shared/domain/requisition-course.ts';
import { clearingKinds, verdicts } from '#shared/domain/states.ts';
import { caseStates } from '#shared/nouns/case.card.ts';
import { reportStates } from '#shared/nouns/report.card.ts';
import { requisitionStates } from '#shared/nouns/requisition.card.ts';
import { textIn } from '../../../../renderer/app/text.ts';
import { eventWords, type CaseEvent } from '../../../../renderer/features/cases/event-words.ts';

function event(kind: CaseEvent['kind'], rest: Partial<CaseEvent> = {}): CaseEvent {
  return {
    id: newId<'caseEvent'>(),
    at: 0,
    kind,
    text: '',
    documentKind: '',
    documentId: null,
    documentNumber: '',
    personName: '',
    holderName: '',
    parts: [],
    ...rest,
  };
}

const pump = {
  partName: '水泵总成',
  quantity: 1000,
  unitOfMeasure: '件',
  clearingKind: null,
  chargeFen: 0,
} as const;
const hose = { ...pump, partName: '水管', quantity: 2500, unitOfMeasure: '米' } as const;
const moving = { holderName: '李志强', parts: [pump, hose] };
/** What each kind of event carries; every word of a list, where it is one. */
const carried: Readonly<Record<CaseEvent['kind'], readonly Partial<CaseEvent>[]>> = {
  registered: [{}],
  contact: [{}, { text: '周师傅：漏水' }],
  judgement: verdicts.map((text) => ({ text })),
  requisition: requisitionStates.map((text) => ({ text })),
  issue: [moving],
  report: [...reportStates, '缺签字'].map((text) => ({ text })),
  oldPart: [{ parts: [pump] }],
  clearing: clearingKinds.map((clearingKind) => ({ parts: [{ ...pump, clearingKind }] })),
  attachment: [{ text: '照片.jpg' }],
  note: [{ text: '明天再打' }],
  state: caseStates.flatMap((documentNumber) => [{ documentNumber }, { documentNumber, text: '重复' }]),
};

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  const t = textIn(language);

  test.each(caseEventKinds)('every event of the kind %s says what happened', (kind) => {
    expect(t(`cases.event_${kind}`)).not.toContain('event_');
    const said = carried[kind].map((rest) => eventWords(event(kind, rest), t));
    for (const sentence of said) {
      expect(sentence.length).toBeGreaterThan(1);
      expect(sentence).not.toMatch(/told_|\{|undefined/);
    }
    expect(new Set(said).size).toBe(said.length);
    const words = carried[kind].map(({ text }) => text).filter((text) => text && !/^[a-zA-Z]+$/.test(text));
    for (const word of words) expect(said.some((sentence) => sentence.includes(word ?? ''))).toBe(true);
  });
});

test('parts are named with their quantities, and what a clearing charges', () => {
  const t = textIn('zh-CN');
  expect(eventWords(event('issue', moving), t)).toBe('发给李志强：水泵总成 1 件、水管 2.5 米');
  expect(eventWords(event('oldPart', { parts: [pump] }), t)).toBe('旧件收回：水泵总成 1 件');
  const cleared = event('clearing', {
    parts: [
      { ...pump, clearingKind: 'installed' },
      { ...hose, clearingKind: 'lost', chargeFen: 1250 },
    ],
  });
  expect(eventWords(cleared, t)).toBe('销账：装车 水泵总成 1 件；丢失报废 水管 2.5 米，赔款 ¥12.50');
  expect(eventWords(cleared, textIn('en'))).toBe(
    'Cleared: installed 水泵总成 1 件; lost or scrapped 水管 2.5 米, charged ¥12.50',
  );
});

test('why a requisition was not agreed to is told with it', () => {
  const t = textIn('zh-CN');
  const told = (text: string) => eventWords(event('requisition', { text }), t);
  expect(told(courseText('sentBack', '先鉴定旧件\n再提'))).toBe('返回修改：先鉴定旧件\n再提');
  expect(told(courseText('rejected', '没有库存'))).toBe('没有批准：没有库存');
  expect(told(courseText('rejected', ''))).toBe('没有批准');
});
