import { assertNever } from '#shared/domain/assert.ts';
import type { ContactState } from '#shared/nouns/contact.card.ts';

/** What becomes of a contact: it answers itself, waits to be clarified, joins a case, or opens one. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: string }
  | { readonly kind: 'toBeClarified'; readonly nextCallAt: number | null }
  | { readonly kind: 'joinCase'; readonly caseId: string }
  | { readonly kind: 'openCase'; readonly ownerId: string | null };

/** What the register keeps of an outcome. */
export function keptOf(outcome: Outcome): {
  readonly state: ContactState;
  readonly answer: string;
  readonly nextCallAt: number | null;
} {
  switch (outcome.kind) {
    case 'answered':
      return { state: 'answered', answer: outcome.answer, nextCallAt: null };
    case 'toBeClarified':
      return { state: 'toBeClarified', answer: '', nextCallAt: outcome.nextCallAt };
    case 'joinCase':
    case 'openCase':
      return { state: 'inCase', answer: '', nextCallAt: null };
    default:
      return assertNever(outcome);
  }
}

/** The person of a customer a caller's name means; the spaces a typist leaves make no difference. */
export function personNamed<Person extends { readonly name: string }>(
  persons: readonly Person[],
  callerName: string,
): Person | undefined {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  const wanted = plain(callerName);
  return wanted === '' ? undefined : persons.find((person) => plain(person.name) === wanted);
}

/** What is told of a contact in the story of its case: who spoke, and what was said. */
export function toldInCase(callerName: string, summary: string): string {
  return [callerName, summary].filter((text) => text !== '').join('：');
}
