import { App } from 'antd';
import { formatQuantity } from '#shared/domain/quantities.ts';
import { useText } from '../../app/text.ts';
import { CardPart } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PartPick } from '../../components/parts/part-pick.tsx';
import { TroubleBanner } from '../../components/trouble-banner.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';
import type { Part } from './part-values.ts';

/** Which parts may be given in place of this one, best first; saved at once. */
export function Substitutes({ part }: { readonly part: Part }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const act = useAct(service.parts.setSubstitutes, {
    done: () => void message.success(t('parts.substitutesSaved')),
  });
  const ids = part.substitutes.map((one) => one.partId);
  const set = (substituteIds: string[]) =>
    void act.run({ id: part.id, version: part.version, substituteIds });
  const without = (id: string) => ids.filter((other) => other !== id);

  return (
    <CardPart title={t('parts.substitutes')}>
      <TroubleBanner trouble={act.trouble} />
      {part.substitutes.length === 0 ? (
        <EmptyState>{t('parts.noSubstitutes')}</EmptyState>
      ) : (
        <table className="lines">
          <tbody>
            {part.substitutes.map((one, index) => (
              <tr key={one.partId}>
                <td>{one.number}</td>
                <td className="rest">{one.name}</td>
                <td className="num">{formatQuantity(one.availableQuantity)}</td>
                <td className="num">
                  {index > 0 && (
                    <button
                      type="button"
                      className="link sm"
                      disabled={act.pending}
                      onClick={() => set([one.partId, ...without(one.partId)])}
                    >
                      {t('parts.first')}
                    </button>
                  )}{' '}
                  <button
                    type="button"
                    className="link sm"
                    disabled={act.pending}
                    onClick={() => set(without(one.partId))}
                  >
                    {t('common.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="inside">
        <PartPick
          label=""
          placeholder={t('parts.addSubstitute')}
          disabled={act.pending || ids.length >= 20}
          onPick={(found) => found && found.id !== part.id && set([...without(found.id), found.id])}
        />
      </div>
    </CardPart>
  );
}
