import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Permission } from '#shared/nouns/index.ts';
import type { Draft } from '../app/drafts/use-draft.ts';
import { useMay } from '../app/session/session.ts';
import { Card } from './card.tsx';
import { KeyButton } from './key-button.tsx';

/** What the form of a card is told. */
export interface EditingInPlace {
  /** Somebody has just asked for the form; one that opens by itself leaves the cursor where it is. */
  readonly autoFocus: boolean;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}

/** A card of facts that is edited in its place. A draft that was left opens the form again. */
export function EditableCard<Value extends object>({
  title,
  tags,
  end,
  permission,
  draft,
  facts,
  children,
}: {
  readonly title: ReactNode;
  readonly tags?: ReactNode;
  /** At the right end of the head, before the way to the form. */
  readonly end?: ReactNode;
  /** Who may edit. */
  readonly permission: Permission;
  readonly draft: Draft<Value>;
  readonly facts: ReactNode;
  readonly children: (editing: EditingInPlace) => ReactNode;
}) {
  const mayEdit = useMay()(permission);
  const [isChosen, setIsChosen] = useState(false);
  const isEditing = mayEdit && (isChosen || draft.isChanged);
  const editing: EditingInPlace = {
    autoFocus: isChosen,
    onCancel: () => {
      draft.discard();
      setIsChosen(false);
    },
    onSaved: () => setIsChosen(false),
  };
  return (
    <Card
      title={title}
      tags={tags}
      end={
        <>
          {end}
          {mayEdit && !isEditing && (
            <KeyButton label="common.edit" keys="F6" onPress={() => setIsChosen(true)} />
          )}
        </>
      }
    >
      <div className="inside">{isEditing ? children(editing) : facts}</div>
    </Card>
  );
}
