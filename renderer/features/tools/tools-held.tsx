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

interface HeldProps {
  readonly personId: string;
  /** Whether somebody is about to set the person inactive. */
  readonly isLeaving: boolean;
}

/** The tools that somebody has on loan, each leading to its card. */
export function ToolsHeld(props: HeldProps) {
  return useMay()('tools.view') ? <Held {...props} /> : null;
}

function Held({ personId, isLeaving }: HeldProps) {
  const t = useText();
  const service = useService();
  const asked = useAsk(
    service.tools.list,
    { filter: { holderId: personId }, sort, limit: mostShown },
    { shows: ['tool'] },
  );
  return (
    <Card title={t('tools.held')}>
      <Asked of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className="inside mut">{t('tools.holdsNothing')}</div>
          ) : (
            <>
              {isLeaving && (
                <div className="banner soon">{t('tools.stillHolds', { count: rows.length })}</div>
              )}
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
            </>
          )
        }
      </Asked>
    </Card>
  );
}
