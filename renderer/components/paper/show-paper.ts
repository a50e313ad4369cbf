import type { PaperKind } from '#shared/nouns/index.ts';
import { createStore } from '../../app/store.ts';

/** A paper to be looked at. */
export type PaperRequest =
  /** A document of the house: previewed as it would be printed now, counted when it is printed. */
  | {
      readonly kind: 'document';
      readonly paperKind: PaperKind;
      readonly documentId: string;
      readonly name: string;
    }
  /** A print that was counted, as it was printed. */
  | { readonly kind: 'printed'; readonly printId: string; readonly name: string }
  /** Any other PDF. */
  | { readonly kind: 'file'; readonly file: File; readonly name: string };

/** The paper that lies on the desk now. */
export const paperShown = createStore<PaperRequest | null>(null);

/** Lays a paper over the screen, to be looked at, printed or saved. */
export function showPaper(request: PaperRequest): void {
  paperShown.set(request);
}
