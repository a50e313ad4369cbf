import type { PaperKind } from '#shared/nouns/index.ts';

interface PaperWords {
  /** In both languages. */
  readonly always: readonly string[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** What must stand on each paper of the office. */
export const paperWords: Readonly<Record<Exclude<PaperKind, 'pick-list'>, PaperWords>> = {
  'contact-record': {
    always: [
      'LD202611-0001',
      'FW202611-0001',
      '市第二公交公司',
      '周师傅',
      '138 0133 4410',
      '粤B·3K721D',
      'ZK6126HG',
      '186,400 km',
      '膨胀水箱有气泡',
    ],
    zh: ['来电来函记录', '来电话', '停运', '底盘发动机'],
    en: ['Contact record', 'chassis'],
  },
  'warranty-judgement': {
    always: ['PD202611-0001', '市第二公交公司', '粤B·3K721D', '2024-12-21', '186,400 km', 'clerk'],
    zh: ['三包判定单', '底盘、发动机'],
    en: ['Warranty'],
  },
  'tool-label': { always: ['GJ202611-0001', '扭力扳手'], zh: ['工具标签'], en: ['Tool label'] },
  'loan-slip': { always: ['GJ202611-0001/1', '扭力扳手', 'technician'], zh: ['借用单'], en: ['Loan slip'] },
  requisition: {
    always: [
      'LL202611-0001',
      'FW202611-0001',
      '1307010-A12',
      '水泵总成',
      '860.00',
      '12.5 升',
      '1,010.00',
      '李志强',
      'leader',
      '水泵轴封漏水',
      '请随件带防冻液',
    ],
    zh: ['备用件领料单', '已发料', '交回', '不交', '壹仟零壹拾元整'],
    en: ['Requisition'],
  },
  'issue-slip': {
    always: [
      'CK202611-0001',
      'LL202611-0001',
      'A-03-2',
      '深圳中心库',
      '1307010-A12',
      '12.5',
      'JJ202611-0001',
      '李志强',
      'warehouse',
    ],
    zh: ['出库单', '领用人签字'],
    en: ['Issue'],
  },
  'old-part-tag': {
    always: [
      'JJ202611-0001',
      'FW202611-0001',
      '1307010-A12',
      '水泵总成',
      '粤B·3K721D',
      '李志强',
      '水泵轴封漏水',
    ],
    zh: ['旧件标签'],
    en: ['Old part'],
  },
  receipt: {
    always: [
      'RK202611-0001',
      '玉柴股份',
      'SH-88231',
      '深圳中心库',
      'A-03-2',
      '4,300.00',
      '2,400.00',
      '6,700.00',
    ],
    zh: ['备用件接收单', '第一联', '第二联', '☑ 规格'],
    en: ['Receipt'],
  },
  'service-report': {
    always: [
      'FB202611-0001',
      'FW202611-0001',
      '市第二公交公司',
      '周师傅',
      '138 0133 4410',
      'LZYTAGBW6M1034172',
      '186,420 km',
      '轴封漏水',
      '试车 20 km 水温 84 ℃',
      '1307010-A12',
      '12.5 升',
      'JJ202611-0001',
      '123.45',
      'technician',
    ],
    zh: ['服务报告', '壹佰贰拾叁元肆角伍分', '第一联', '第三联', '满意 □'],
    en: ['Service report', 'Satisfied □'],
  },
};
