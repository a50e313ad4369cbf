import type { Text } from '../../app/text.ts';
import type { Service } from '../../service/service-context.tsx';

/** What the host found out about a paper. */
export type Verified = Awaited<ReturnType<Service['reports']['verifyPaper']['call']>>;

/** What is said of it, and how loud. */
export interface Verdict {
  readonly tone: 'good' | 'soon' | 'late';
  readonly sentence: string;
}

/** Says exactly what was compared: number and check code, and for which content the code stands. */
export function verdictOf(verified: Verified, t: Text): Verdict {
  const { reportId, number, genuine, current, lackingSupplements, changedInBooks, prints } = verified;
  if (reportId === null)
    return { tone: 'late', sentence: t(number === '' ? 'reports.verifyNotOurs' : 'reports.verifyUnknown') };
  if (changedInBooks) return { tone: 'late', sentence: t('reports.verifyBooksChanged', { number }) };
  if (!genuine) return { tone: 'late', sentence: t('reports.verifyNeverPrinted', { number }) };
  const ordinals = t.listed(prints.map((print) => t('prints.ordinal', { ordinal: print.ordinal })));
  const sentences = [t('reports.verifyAgrees', { number, ordinals }), ...coverage(verified, t)];
  if (current) return { tone: 'good', sentence: sentences.join('') };
  if (lackingSupplements > 0)
    return { tone: 'soon', sentence: t('reports.verifyLacks', { number, count: lackingSupplements }) };
  return { tone: 'soon', sentence: t('reports.verifyOld', { number }) };
}

function coverage({ coversSignature, isSigned }: Verified, t: Text): readonly string[] {
  return [
    t(coversSignature ? 'reports.verifyCoversAll' : 'reports.verifyCoversContent'),
    ...(isSigned && !coversSignature ? [t('reports.verifyByHand')] : []),
    t('reports.verifyByEye'),
  ];
}
