/** What the head of a picture says of it, and whether the whole of it can be drawn. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Looks at every byte; called for pictures within the bounds alone. */
  readonly isWhole: () => boolean;
}
