/** One numbered step of the schema. Once released it is history and never changes; a mistake is mended by the next. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sqlite: string;
  readonly postgres: string;
  /** Takes out of the copy that is kept from before the step all that must be kept nowhere. */
  readonly sqliteInCopy?: string;
}

/** What the table `schema_migrations` tells of a step that was taken. */
export interface TakenMigration {
  readonly number: number;
  readonly name: string;
  readonly at: number;
}
