import { useText } from '../../app/text.ts';
import type { Trouble } from '../../service/trouble.ts';
import type { Picked } from './contact-draft.ts';

/** The customers that share a number, once the host has asked which of them is meant. */
export function Candidates({
  trouble,
  onPick,
  onNone,
}: {
  readonly trouble: Trouble | null;
  readonly onPick: (customer: Picked) => void;
  readonly onNone: () => void;
}) {
  const t = useText();
  if (trouble?.kind !== 'refused' || trouble.code !== 'SEVERAL_CUSTOMERS') return null;
  return (
    <div className="banner soon" data-testid="candidates">
      {trouble.facts.candidates.map((candidate) => (
        <button key={candidate.id} type="button" className="link" onClick={() => onPick(candidate)}>
          {candidate.name}
        </button>
      ))}
      <button type="button" className="link" onClick={onNone}>
        {t('contacts.noneOfThem')}
      </button>
    </div>
  );
}
