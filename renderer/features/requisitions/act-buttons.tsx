import { beginsFrom } from '#shared/nouns/index.ts';
import { useOpen } from '../../app/navigate.ts';
import { pathOfRecord } from '../../app/record-paths.ts';
import { useMayAct } from '../../app/session/may-act.ts';
import { useMay } from '../../app/session/session.ts';
import { useText } from '../../app/text.ts';
import { KeyButton } from '../../components/key-button.tsx';
import { showPaper } from '../../components/paper/show-paper.ts';
import type { Requisition } from './requisition-types.ts';
import type { Reasoned } from './use-requisition-acts.ts';

/** While it waits for a decision: approve and go on, send back, reject; or take back what is one's own. */
export function DecidingActs({
  requisition: { state, mayDecide, isOwn },
  severalTicked,
  onApprove,
  onTakeBack,
  onAsk,
  pending,
}: {
  readonly requisition: Requisition;
  readonly severalTicked: boolean;
  readonly onApprove: () => void;
  readonly onTakeBack: () => void;
  readonly onAsk: (act: Reasoned) => void;
  readonly pending: boolean;
}) {
  const mayAct = useMayAct('requisition');
  return (
    <>
      {mayAct('withdraw', state) && (
        <KeyButton
          label={isOwn ? 'requisitions.takeBack' : 'requisitions.sendBack'}
          keys="F6"
          disabled={pending}
          onPress={isOwn ? onTakeBack : () => onAsk('sendBack')}
        />
      )}
      {mayAct('approve', state) && (
        <>
          <KeyButton
            label="requisitions.reject"
            disabled={!mayDecide || pending}
            onPress={() => onAsk('reject')}
          />
          {!severalTicked && (
            <KeyButton
              primary
              label="requisitions.approveAndNext"
              keys="F9"
              disabled={!mayDecide}
              pending={pending}
              onPress={onApprove}
            />
          )}
        </>
      )}
    </>
  );
}

/** Once it is decided: issue, account for, end what is needed no more. */
export function FurtherActs({
  requisition: { id, number, state, issues, mayVoid },
  pending,
  onTakeBack,
  onAsk,
}: {
  readonly requisition: Requisition;
  readonly pending: boolean;
  readonly onTakeBack: () => void;
  readonly onAsk: (act: Reasoned) => void;
}) {
  const t = useText();
  const may = useMay();
  const open = useOpen();
  const mayAct = useMayAct('requisition');
  const isVoidable = mayAct('void', state) && issues.length === 0;
  return (
    <>
      {isVoidable && !mayVoid && <span className="mut sm cut">{t('requisitions.voidOfOthers')}</span>}
      {isVoidable && (
        <KeyButton label="requisitions.void" disabled={pending || !mayVoid} onPress={() => onAsk('void')} />
      )}
      {mayAct('withdraw', state) && (
        <KeyButton primary label="requisitions.rewrite" keys="F6" pending={pending} onPress={onTakeBack} />
      )}
      {mayAct('closeRest', state) && issues.length > 0 && (
        <KeyButton label="requisitions.closeRest" disabled={pending} onPress={() => onAsk('closeRest')} />
      )}
      {may('papers.print') && beginsFrom('requisition', 'issue', state) && (
        <KeyButton
          label="requisitions.pickList"
          keys="F7"
          onPress={() =>
            showPaper({ kind: 'document', paperKind: 'pick-list', documentId: id, name: number })
          }
        />
      )}
      {mayAct('clear', state) && (
        <KeyButton
          primary={!mayAct('issue', state)}
          label="requisitions.clear"
          keys="F8"
          onPress={() => open(`${pathOfRecord('requisition', id)}?do=clear`)}
        />
      )}
      {mayAct('issue', state) && (
        <KeyButton
          primary
          label="requisitions.issue"
          keys="F9"
          onPress={() => open(`${pathOfRecord('requisition', id)}?do=issue`)}
        />
      )}
    </>
  );
}
