import type { ReactNode } from 'react';

/** Says what belongs here and how to begin. */
export function EmptyState({ children, act }: { readonly children: ReactNode; readonly act?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {act}
    </div>
  );
}
