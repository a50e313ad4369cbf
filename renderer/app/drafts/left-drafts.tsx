import { useQuery } from '@tanstack/react-query';
import { usePerson } from '../session/session.ts';
import { useText } from '../text.ts';
import { draftsOfPerson } from './draft-places.ts';
import { wordsOfDraft } from './draft-words.ts';

/** What the person has typed on this PC into forms that they may not open any more: to be read, and copied. */
export function LeftDrafts() {
  const t = useText();
  const { personId } = usePerson();
  const { data } = useQuery({
    queryKey: ['leftDrafts', personId],
    queryFn: () => draftsOfPerson(personId),
    meta: { shows: [] },
    gcTime: 0,
  });
  const typed = (data ?? [])
    .map(({ value }) => wordsOfDraft(value, t.language))
    .filter((words) => words.length > 0);
  if (typed.length === 0) return null;
  return (
    <div className="inside two-versions left-typing" data-testid="left-drafts">
      <b className="soon">{t('shell.leftDrafts')}</b>
      <table className="lines">
        <tbody>
          {typed.flatMap((words, draft) =>
            words.map(({ label, text }, index) => (
              <tr key={`${draft}/${index}`}>
                <td className="mut">{label}</td>
                <td className="wrap">{text}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
