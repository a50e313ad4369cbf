import type { ReactNode } from 'react';

interface CardProps {
  /** The heading; without one the card has no head. */
  readonly title?: ReactNode;
  /** Beside the heading: tags that count. */
  readonly tags?: ReactNode;
  /** At the right end of the head: a note, a link, a button. */
  readonly end?: ReactNode;
  /** Takes the height that is left. */
  readonly fill?: boolean | undefined;
  readonly tone?: 'attention' | 'figure' | undefined;
  readonly children?: ReactNode;
}

/** A sheet of paper on the ground. Text inside stands in `<div className="inside">`; tables reach to the edges. */
export function Card({ title, tags, end, fill, tone, children }: CardProps) {
  return (
    <section className={['card', fill && 'fill', tone].filter(Boolean).join(' ')}>
      <Head title={title} tags={tags} end={end} />
      {children}
    </section>
  );
}

/** A further part of a card, under a line of its own. */
export function CardPart({ title, tags, end, fill, children }: Omit<CardProps, 'tone'>) {
  return (
    <section className={fill ? 'card-part fill' : 'card-part'}>
      <Head title={title} tags={tags} end={end} />
      {children}
    </section>
  );
}

/** One figure of the day: what is counted, the figure, and what it should be. */
export function FigureCard({
  label,
  figure,
  note,
}: {
  readonly label: string;
  readonly figure: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <Card tone="figure">
      <span className="mut sm">{label}</span>
      <div className="row tight">
        <span className="big">{figure}</span>
        <span className="sm">{note}</span>
      </div>
    </Card>
  );
}

function Head({ title, tags, end }: Pick<CardProps, 'title' | 'tags' | 'end'>) {
  if (title === undefined && end === undefined && tags === undefined) return null;
  return (
    <header>
      {title !== undefined && (
        <h2 className="cut" data-title="" tabIndex={-1}>
          {title}
        </h2>
      )}
      {tags}
      <span className="grow" />
      {end}
    </header>
  );
}
