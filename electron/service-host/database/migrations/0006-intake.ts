import type { Migration } from './migration.ts';

/**
 * Readings can be voided and say where the counter was replaced: where it runs backwards, it was. A contact knows which
 * records it made. Policies that hold already go on holding by the day of the fault, as they were published.
 */
export const intake: Migration = {
  number: 6,
  name: 'intake',
  sqlite: steps('INTEGER', 'TEXT'),
  postgres: steps('bigint', 'text'),
};

function steps(whole: string, text: string): string {
  return `ALTER TABLE readings ADD COLUMN counter_replaced ${whole} NOT NULL DEFAULT 0;
ALTER TABLE readings ADD COLUMN voided_at ${whole};
ALTER TABLE readings ADD COLUMN void_reason ${text} NOT NULL DEFAULT '';
CREATE INDEX readings_source ON readings (source);
UPDATE readings SET counter_replaced = 1 WHERE mileage_km < (
  SELECT earlier.mileage_km FROM readings earlier
  WHERE earlier.unit_id = readings.unit_id AND earlier.mileage_km IS NOT NULL
    AND (earlier.day < readings.day
      OR (earlier.day = readings.day AND earlier.recorded_at < readings.recorded_at)
      OR (earlier.day = readings.day AND earlier.recorded_at = readings.recorded_at AND earlier.id < readings.id))
  ORDER BY earlier.day DESC, earlier.recorded_at DESC, earlier.id DESC LIMIT 1);
ALTER TABLE contacts ADD COLUMN made ${text} NOT NULL DEFAULT '[]';
ALTER TABLE warranty_policies ADD COLUMN applies_by ${text} NOT NULL DEFAULT 'faultDay';
UPDATE warranty_policies SET applies_by = 'saleDay' WHERE published = 0;`;
}
