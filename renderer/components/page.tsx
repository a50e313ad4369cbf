import type { ReactNode } from 'react';

interface PageProps {
  readonly title: ReactNode;
  /** Beside the title: tags, a summary, tabs. */
  readonly beside?: ReactNode;
  /** At the right end: the acts of the screen, the main one last. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: its title, its acts, and a body that fills the window. */
export function Page({ title, beside, acts, children }: PageProps) {
  return (
    <div className="page">
      <div className="page-head">
        <h1 data-title="" tabIndex={-1}>
          {title}
        </h1>
        {beside}
        <span className="grow" />
        {acts}
      </div>
      <div className="page-body">{children}</div>
    </div>
  );
}
