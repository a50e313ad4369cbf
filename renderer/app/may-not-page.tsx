import type { Access } from '#shared/domain/permissions.ts';
import { refusalSentence } from '#shared/messages/refusal-sentence.ts';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { KeyButton } from '../components/key-button.tsx';
import { Page } from '../components/page.tsx';
import { LeftDrafts } from './drafts/left-drafts.tsx';
import { useOpen } from './navigate.ts';
import type { Place } from './place.ts';
import { useText } from './text.ts';

/** Stands at an address that the person may not use: says who may, and whom to ask; leads to what is in front of it. */
export function MayNotPage({
  place,
  address,
  access,
}: {
  readonly place: Place;
  readonly address: string;
  /** What the person lacks. */
  readonly access: Access;
}) {
  const t = useText();
  const open = useOpen();
  const inFront = address.slice(0, address.lastIndexOf('/'));
  return (
    <Page title={t(place.label)}>
      <Card fill>
        <EmptyState
          act={inFront !== '' && <KeyButton label="shell.goInFront" onPress={() => open(inFront)} />}
        >
          {refusalSentence(t.language, 'NOT_PERMITTED', { permission: access })}
        </EmptyState>
        <LeftDrafts />
      </Card>
    </Page>
  );
}
