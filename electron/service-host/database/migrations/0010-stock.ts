import type { Migration } from './migration.ts';

const index = `DROP INDEX stock_movements_month;
CREATE INDEX stock_movements_month ON stock_movements (part_id, day, from_account_id, to_account_id, quantity, value_fen, reverses_sequence);`;

/** The month statement tells reversals apart. */
export const stock: Migration = { number: 10, name: 'stock', sqlite: index, postgres: index };
