import { Link } from '@tanstack/react-router';
import type { ToolDetail } from '#shared/contract/tools.contract.ts';
import { useDraft } from '../../app/drafts/use-draft.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useText } from '../../app/text.ts';
import { ActBar } from '../../components/acts/act-bar.tsx';
import { ActForm } from '../../components/acts/act-form.tsx';
import { Acts } from '../../components/acts-slot.tsx';
import { Asked } from '../../components/asked.tsx';
import { Attachments } from '../../components/attachments/attachments.tsx';
import { Card } from '../../components/card.tsx';
import { Signatures } from '../../components/decisions/signatures.tsx';
import { EditableCard } from '../../components/editable-card.tsx';
import { Facts } from '../../components/facts.tsx';
import { PaperActions } from '../../components/paper/paper-actions.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';
import { useToolActs } from './tool-acts.tsx';
import { ToolState } from './tool-drawings.tsx';
import { EditTool, toolValuesOf } from './tool-form.tsx';

/** One tool: what it is, where it is, who had it, what its checks showed, and what can be done about it. */
export function ToolPanel({ id }: { readonly id: string }) {
  const service = useService();
  const asked = useAsk(service.tools.get, { id }, { shows: ['tool'] });
  return <Asked of={asked}>{(tool) => <ToolCard tool={tool} />}</Asked>;
}

function ToolCard({ tool }: { readonly tool: ToolDetail }) {
  const t = useText();
  const acts = useToolActs(tool);
  const draft = useDraft(`tool/${tool.id}`, toolValuesOf(tool), tool.version);
  const { id, number, name, state, loseAskReason: askedBecause } = tool;
  const open = tool.loans.find(({ endedAt }) => endedAt === null);
  const head = { title: `${number} ${name}`, tags: <ToolState row={tool} /> };
  const facts = <ToolFacts tool={tool} />;
  return (
    <div className="scroll">
      <div className="stack">
        <Acts>
          <ActBar acts={acts} />
          {open && (
            <PaperActions kind="loan-slip" documentId={open.id} name={number} label="tools.printSlip" />
          )}
          <PaperActions
            kind="tool-label"
            documentId={id}
            name={number}
            label="tools.printLabel"
            keys={open ? null : undefined}
          />
        </Acts>
        {askedBecause !== null && (
          <div className="banner soon">{t('tools.loseAsked', { reason: askedBecause })}</div>
        )}
        <ActForm acts={acts} inCard />
        {state === 'outOfUse' ? (
          <Card {...head}>
            <div className="inside">{facts}</div>
          </Card>
        ) : (
          <EditableCard {...head} permission="tools.write" draft={draft} facts={facts}>
            {(editing) => <EditTool tool={tool} draft={draft} {...editing} />}
          </EditableCard>
        )}
        <History tool={tool} />
        <Signatures of="tool" id={id} />
        <Card>
          <Attachments subject={{ subjectKind: 'tool', subjectId: id }} title={t('tools.pictures')} />
        </Card>
      </div>
    </div>
  );
}

function ToolFacts({ tool }: { readonly tool: ToolDetail }) {
  return (
    <Facts
      of="tool"
      row={tool}
      columns={2}
      names={[
        'category',
        'keeperName',
        'holderName',
        'dueBackDay',
        'stateReason',
        'chargeFen',
        'checkIntervalDays',
        'lastCheckDay',
        'nextCheckDay',
        'purchaseDay',
        'valueFen',
        'notes',
      ]}
      wide={['stateReason', 'notes']}
      draws={{
        dueBackDay: tool.dueBackDay && (
          <span className={tool.overdueDays > 0 ? 'late' : undefined}>{tool.dueBackDay}</span>
        ),
        nextCheckDay: tool.nextCheckDay && (
          <span className={tool.checkDue ? 'late' : undefined}>{tool.nextCheckDay}</span>
        ),
        ...(tool.checkIntervalDays === 0 ? { checkIntervalDays: null } : {}),
        ...(tool.valueFen === 0 ? { valueFen: null } : {}),
      }}
    />
  );
}

/** Who had the tool, and what its checks showed, the newest first. */
function History({ tool: { loans, checks } }: { readonly tool: ToolDetail }) {
  const t = useText();
  return (
    <>
      <Card title={t('tools.loans')}>
        {loans.length === 0 && <div className="inside mut">{t('tools.neverLent')}</div>}
        <table className="lines" data-testid="tool-loans">
          <tbody>
            {loans.map((loan) => (
              <tr key={loan.id}>
                <td>{loan.personName}</td>
                <td className="rest">
                  {loan.endedAt === null
                    ? t('tools.lentSince', { from: t.moment(loan.lentAt), due: loan.dueBackDay })
                    : t('tools.lentBetween', { from: t.moment(loan.lentAt), to: t.moment(loan.endedAt) })}
                  <div className="sm mut">{[loan.notes, loan.endRemark].filter(Boolean).join(' · ')}</div>
                </td>
                <td>
                  {loan.caseId && <Link to={pathOfRecord('case', loan.caseId)}>{loan.caseNumber}</Link>}
                </td>
                <td>{loan.loanEnd && t(`states.loanEnd_${loan.loanEnd}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <Card title={t('tools.checks')}>
        {checks.length === 0 && <div className="inside mut">{t('tools.neverChecked')}</div>}
        <table className="lines" data-testid="tool-checks">
          <tbody>
            {checks.map((check) => (
              <tr key={check.id}>
                <td>{check.day}</td>
                <td className={check.checkResult === 'ok' ? undefined : 'late'}>
                  {t(`states.toolCheckResult_${check.checkResult}`)}
                </td>
                <td className="rest">{check.remark}</td>
                <td>{check.personName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}
