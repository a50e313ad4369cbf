import type { SignatureRow } from '#shared/contract/decisions.contract.ts';
import type { Kind } from '#shared/nouns/index.ts';
import { useText } from '../../app/text.ts';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { CardPart } from '../card.tsx';
import { Tag } from '../tag.tsx';
import { decisionWord } from './decision-words.ts';

/** Who signed what on a record, when, in whose place and why; and which signatures a later change made void. */
export function Signatures({ of: kind, id }: { readonly of: Kind; readonly id: string }) {
  const t = useText();
  const service = useService();
  const signatures = useAsk(service.decisions.of, { kind, id }, { shows: [kind] }).data ?? [];
  if (signatures.length === 0) return null;
  return (
    <CardPart title={t('decisions.signatures')}>
      <table className="lines" data-testid="signatures">
        <tbody>
          {signatures.map((signature) => (
            <OneSignature key={signature.id} signature={signature} />
          ))}
        </tbody>
      </table>
    </CardPart>
  );
}

function OneSignature({ signature }: { readonly signature: SignatureRow }) {
  const t = useText();
  const { decision, personName: name, inPlaceOf, verdict, reason, at, standing } = signature;
  const kind = decisionWord(decision, t);
  return (
    <tr>
      <td className="mut num when">{t.moment(at)}</td>
      <td>{inPlaceOf.length === 0 ? name : t('decisions.inPlaceOf', { name, others: inPlaceOf })}</td>
      <td className={standing === 'void' ? 'mut' : verdict === 'approve' ? undefined : 'late'}>
        {t('decisions.signatureOf', { verdict: t(`decisions.verdict_${verdict}`), kind })}
      </td>
      <td className="rest wrap">{reason}</td>
      <td>
        {standing !== 'concluded' && (
          <Tag tone={standing === 'counted' ? 'soon' : 'late'}>{t(`decisions.standing_${standing}`)}</Tag>
        )}
      </td>
    </tr>
  );
}
