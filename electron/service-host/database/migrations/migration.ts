/** One numbered step of the schema. Once released it is history and never changes; a mistake is mended by the next. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sqlite: string;
  readonly postgres: string;
  /** Takes out of the copy that is kept from before the step all that must be kept nowhere. */
  readonly sqliteInCopy?: string;
  /** Columns that SQL alone cannot fill, filled after the statements above. */
  readonly fills?: readonly ColumnFill[];
  /** Statements for both engines once the columns are filled: indexes that the values must satisfy. */
  readonly afterFills?: string;
}

/** A column of every row of a table, computed from another column of all rows; the rows come in the order of their ids. */
export interface ColumnFill {
  readonly table: string;
  readonly from: string;
  readonly into: string;
  readonly values: (texts: readonly string[]) => readonly (string | null)[];
}

/** What the table `schema_migrations` tells of a step that was taken. */
export interface TakenMigration {
  readonly number: number;
  readonly name: string;
  readonly at: number;
}
