import { useState, type ReactNode } from 'react';
import { App } from 'antd';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useOpen } from '../../../app/navigate.ts';
import { useMay } from '../../../app/session/session.ts';
import { useText } from '../../../app/text.ts';
import { Card } from '../../../components/card.tsx';
import { SaveButton } from '../../../components/form/save-acts.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { KeyButton } from '../../../components/key-button.tsx';
import { Tag } from '../../../components/tag.tsx';
import { TroubleBanner } from '../../../components/trouble-banner.tsx';
import type { Group } from '../../../components/warranty/group-name.ts';
import { useService } from '../../../service/service-context.tsx';
import { useAct } from '../../../service/use-act.ts';
import { PolicyFacts, TermsRead } from './policy-facts.tsx';
import { PolicyForm } from './policy-form.tsx';
import { blankRows, policyInputOf, policyValuesOf, termRows, type Policy } from './policy-values.ts';
import { PublishingEffect } from './publishing-effect.tsx';

interface PolicyCardProps {
  readonly policy: Policy;
  readonly groups: readonly Group[];
}

/** A policy: a draft is changed and published here, a published one is read and copied. */
export function PolicyCard({ policy, groups }: PolicyCardProps) {
  const t = useText();
  const open = useOpen();
  const mayEdit = useMay()('warranty.policies');
  const { id, name, published } = policy;
  const state = t(published ? 'settings.policyPublished' : 'settings.policyDraft');
  const copy = mayEdit && (
    <KeyButton label="settings.policyCopy" onPress={() => open(`/settings/policies/new?from=${id}`)} />
  );
  return (
    <Card
      title={name}
      tags={<Tag tone={published ? 'good' : undefined}>{state}</Tag>}
      end={published && copy}
    >
      {published || !mayEdit ? (
        <>
          <div className="inside">
            <PolicyFacts policy={policy} />
          </div>
          <TermsRead policy={policy} groups={groups} />
        </>
      ) : (
        <DraftPolicy policy={policy} groups={groups}>
          {copy}
        </DraftPolicy>
      )}
    </Card>
  );
}

function DraftPolicy({ policy, groups, children }: PolicyCardProps & { readonly children: ReactNode }) {
  const t = useText();
  const service = useService();
  const { message } = App.useApp();
  const { id, name, version, validFromDay, appliesBy } = policy;
  const draft = useDraft(`warrantyPolicy/${id}`, policyValuesOf(policy, t), version, blankRows);
  const form = useForm(draft, service.warranty.editPolicy, {
    rows: { terms: termRows(groups) },
    input: (values, seen) => ({ id, version: seen, ...policyInputOf(values) }),
    done: () => void message.success(t('settings.policySaved')),
  });
  const [isSure, setIsSure] = useState(false);
  const publish = useAct(service.warranty.publishPolicy, {
    done: () => void message.success(t('settings.published', { name })),
  });
  return (
    <div className="inside">
      <PolicyForm form={form} groups={groups}>
        {isSure && (
          <div className="banner soon" role="alert">
            <div className="grow">
              <div>{t(`settings.publishSure_${appliesBy}`, { day: validFromDay })}</div>
              <PublishingEffect id={id} />
            </div>
          </div>
        )}
        <TroubleBanner trouble={publish.trouble} />
        <div className="row tight">
          <SaveButton form={form} />
          <KeyButton
            label="settings.publish"
            pending={publish.pending}
            // What is published is what was saved.
            disabled={draft.isChanged}
            onPress={() => (isSure ? void publish.run({ id, version }) : setIsSure(true))}
          />
          {children}
        </div>
      </PolicyForm>
    </div>
  );
}
