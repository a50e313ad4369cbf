/** One numbered step of the schema. Once released it is history and never changes; a mistake is mended by the next. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sqlite: string;
  readonly postgres: string;
}

/** What the table `schema_migrations` tells of a step that was taken. */
export interface TakenMigration {
  readonly number: number;
  readonly name: string;
  readonly at: number;
}
