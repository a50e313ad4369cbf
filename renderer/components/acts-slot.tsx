import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The place at the right end of the page's head where the thing shown puts its acts. */
export const ActsSlot = createContext<HTMLElement | null>(null);

/** Acts of the thing shown beside the list, drawn in the head of the page. */
export function Acts({ children }: { readonly children: ReactNode }) {
  const slot = use(ActsSlot);
  return slot && createPortal(children, slot);
}
