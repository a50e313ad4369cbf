import { requisitionStates } from '../nouns/requisition.card.ts';

const courses = [...requisitionStates, 'sentBack'] as const;
/** What a requisition came to, as the story of its case tells it: a state, or sent back to the draft by others. */
export type RequisitionCourse = (typeof courses)[number];

/** How the story of a case keeps it: the course, and in the lines below the reason. */
export function courseText(course: RequisitionCourse, reason: string): string {
  return reason === '' ? course : `${course}\n${reason}`;
}

/** Reads what courseText wrote; undefined for anything else. */
export function readCourse(
  text: string,
): { readonly course: RequisitionCourse; readonly reason: string } | undefined {
  const [word = '', ...reason] = text.split('\n');
  const course = courses.find((one) => one === word);
  return course && { course, reason: reason.join('\n') };
}
