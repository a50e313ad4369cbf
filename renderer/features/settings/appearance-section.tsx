import { lookLabels } from '../../app/person-menu.tsx';
import { looks, prefer, preferences } from '../../app/preferences.ts';
import { useStore } from '../../app/store.ts';
import { useText } from '../../app/text.ts';
import { Card } from '../../components/card.tsx';
import { Field, Fields } from '../../components/form/field.tsx';
import { ChoiceButtons } from '../../components/inputs/choice-buttons.tsx';

/** Look and language of this PC. */
export function AppearanceSection() {
  const t = useText();
  const { language, look } = useStore(preferences);
  return (
    <Card
      title={t('shell.settingsAppearance')}
      end={<span className="mut sm">{t('shell.settingsAppearanceNote')}</span>}
    >
      <div className="inside">
        <Fields>
          <Field label="shell.language" name="language">
            <ChoiceButtons
              value={language}
              onChange={(next) => prefer({ language: next })}
              choices={[
                { value: 'zh-CN', label: t('shell.chinese') },
                { value: 'en', label: t('shell.english') },
              ]}
            />
          </Field>
          <Field label="shell.look" name="look">
            <ChoiceButtons
              value={look}
              onChange={(next) => prefer({ look: next })}
              choices={looks.map((one) => ({ value: one, label: t(lookLabels[one]) }))}
            />
          </Field>
        </Fields>
      </div>
    </Card>
  );
}
