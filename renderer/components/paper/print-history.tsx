import { translateAny } from '#shared/messages/translate.ts';
import type { PaperKind } from '#shared/nouns/index.ts';
import { useText } from '../../app/text.ts';
import { useService, type Service } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { showPaper } from './show-paper.ts';

type Print = Awaited<ReturnType<Service['papers']['prints']['call']>>[number];

/** The prints of a document, newest first; of one kind of paper, or of all. */
export function usePrints(documentId: string, paperKind?: PaperKind): readonly Print[] | undefined {
  const service = useService();
  const asked = useAsk(service.papers.prints, { documentId }, { shows: ['print'] });
  return paperKind === undefined ? asked.data : asked.data?.filter((print) => print.paperKind === paperKind);
}

/** Who printed a document and when, and who was not allowed to. */
export function PrintHistory({
  documentId,
  paperKind,
}: {
  readonly documentId: string;
  readonly paperKind?: PaperKind | undefined;
}) {
  const t = useText();
  const prints = usePrints(documentId, paperKind);
  const show = ({ id, documentNumber, ordinal }: Print) =>
    showPaper({
      kind: 'printed',
      printId: id,
      name: t('prints.nameOfPrint', { number: documentNumber, ordinal }),
    });
  if (!prints) return null;
  if (prints.length === 0) return <p className="inside mut sm">{t('prints.none')}</p>;
  return (
    <table className="lines" data-testid="prints">
      <tbody>
        {prints.map((print) => (
          <tr key={print.id}>
            <td className="mut num">{t.moment(print.at)}</td>
            <td>{print.personName}</td>
            {paperKind === undefined && <td>{t(`states.paperKind_${print.paperKind}`)}</td>}
            <td className={print.refused ? 'rest soon' : 'rest'}>
              {print.refused
                ? t('prints.refusedBecause', { reason: becauseOf(print, t.language) })
                : t('prints.ordinal', { ordinal: print.ordinal })}
              {print.missingCharacters.length > 0 && (
                <span className="soon sm">
                  {' '}
                  {t('prints.missed', { characters: print.missingCharacters.join(' ') })}
                </span>
              )}
            </td>
            <td>
              {print.kept && (
                <button type="button" className="link sm" onClick={() => show(print)}>
                  {t('prints.show')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function becauseOf({ refusedBecause }: Print, language: Parameters<typeof translateAny>[0]): string {
  const own = translateAny(language, `prints.because_${refusedBecause}`);
  return own ?? translateAny(language, 'prints.because_other') ?? refusedBecause;
}
