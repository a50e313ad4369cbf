import { useDraft } from '../../app/drafts/use-draft.ts';
import { useText } from '../../app/text.ts';
import { Field, Fields } from '../../components/form/field.tsx';
import { PlainForm } from '../../components/form/plain-form.tsx';
import { ProseInput } from '../../components/inputs/prose-input.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAct } from '../../service/use-act.ts';

/** Writes a remark into the story of the case; what is typed survives until it is saved. */
export function NoteForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const t = useText();
  const service = useService();
  const draft = useDraft(`case-note/${caseId}`, { text: '' });
  const act = useAct(service.cases.note, {
    keeper: draft.keeper,
    done: () => {
      draft.discard();
      onDone();
    },
  });
  const { text } = draft.value;
  const save = () => {
    if (text.trim() !== '') void act.run({ caseId, text });
  };
  return (
    <div className="act-panel" data-testid="note-form">
      <PlainForm trouble={act.trouble} onSave={save}>
        <Fields>
          <Field label="cases.noteAct" name="text" trouble={act.trouble}>
            <ProseInput
              autoFocus
              free
              rows={2}
              maxLength={4000}
              placeholder={t('cases.notePlaceholder')}
              value={text}
              onChange={(next) => draft.set({ text: next })}
            />
          </Field>
        </Fields>
        <div className="row tight end">
          <KeyButton label="common.cancel" keys="Escape" onPress={onDone} />
          <KeyButton
            primary
            submit
            label="common.save"
            keys="Ctrl+Enter"
            pending={act.pending}
            disabled={text.trim() === ''}
            onPress={save}
          />
        </div>
      </PlainForm>
    </div>
  );
}
