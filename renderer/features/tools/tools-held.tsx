import { pathOfRecord } from '../../app/record-paths.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { Asked } from '../../components/asked.tsx';
import { Card } from '../../components/card.tsx';
import { OpenRow } from '../../components/open-row.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { ToolState } from './tool-drawings.tsx';

const mostShown = 100;
const sort = { by: 'number', descending: false } as const;

/** The tools that somebody has on loan, each leading to its card. */
export function ToolsHeld({ personId }: { readonly personId: string }) {
  return useMay()('tools.view') ? <Held personId={personId} /> : null;
}

/** Tells whoever sets somebody inactive how many tools are to be taken back first; nothing where there are none. */
export function ToolsToTakeBack({ personId }: { readonly personId: string }) {
  return useMay()('tools.view') ? <ToTakeBack personId={personId} /> : null;
}

function ToTakeBack({ personId }: { readonly personId: string }) {
  const t = useText();
  const count = useHeld(personId).data?.rows.length ?? 0;
  if (count === 0) return null;
  return (
    <>
      <span />
      <div className="banner soon">{t('tools.stillHolds', { count })}</div>
    </>
  );
}

function useHeld(personId: string) {
  const service = useService();
  const input = { filter: { holderId: personId }, sort, limit: mostShown };
  return useAsk(service.tools.list, input, { shows: ['tool'] });
}

function Held({ personId }: { readonly personId: string }) {
  const t = useText();
  const asked = useHeld(personId);
  return (
    <Card title={t('tools.held')}>
      <Asked of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="inside mut">{t('tools.holdsNothing')}</div>
          ) : (
            <table className="lines" data-testid="tools-held">
              <tbody>
                {rows.map((tool) => (
                  <OpenRow key={tool.id} path={pathOfRecord('tool', tool.id)}>
                    <td className="acc">{tool.number}</td>
                    <td className="rest">{tool.name}</td>
                    <td>{tool.dueBackDay}</td>
                    <td>
                      <ToolState row={tool} />
                    </td>
                  </OpenRow>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </Card>
  );
}
