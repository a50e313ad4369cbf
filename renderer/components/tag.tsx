import type { ReactNode } from 'react';

/** What a colour means: late, due soon, done or fine, ours; without one it only names something. */
export type Tone = 'late' | 'soon' | 'good' | 'acc';

/** A word in a small box: a state, a count. */
export function Tag({ tone, children }: { readonly tone?: Tone | undefined; readonly children: ReactNode }) {
  return <span className={tone ? `tag ${tone}` : 'tag'}>{children}</span>;
}

/** How much of a limit is used up, 0 to 1. */
export function UsedBar({
  used,
  tone,
}: {
  readonly used: number;
  readonly tone?: 'late' | 'soon' | undefined;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, used)) * 100);
  return (
    <span
      className={tone ? `bar ${tone}` : 'bar'}
      role="meter"
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}
