import type { Migration } from './migration.ts';

/** Generated from the tables in the code. */
export const foundation: Migration = {
  number: 1,
  name: 'foundation',
  sqlite: `CREATE TABLE attachments (
  id TEXT PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_by TEXT,
  added_at INTEGER NOT NULL,
  voided_at INTEGER,
  void_reason TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_subject ON attachments (subject_kind, subject_id);
CREATE TABLE audit_days (
  sequence INTEGER PRIMARY KEY NOT NULL,
  day TEXT NOT NULL,
  day_before TEXT NOT NULL
) STRICT;
CREATE TABLE audit_entries (
  sequence INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  person_id TEXT,
  person_name TEXT NOT NULL,
  act TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entries_subject ON audit_entries (subject_id, subject_kind, sequence);
CREATE INDEX audit_entries_kind ON audit_entries (subject_kind, sequence);
CREATE INDEX audit_entries_person ON audit_entries (person_id, sequence);
CREATE INDEX audit_entries_changes ON audit_entries (sequence) WHERE subject_kind <> 'look';
CREATE INDEX audit_entries_changes_person ON audit_entries (person_id, sequence) WHERE subject_kind <> 'look';
CREATE INDEX audit_entries_person_kind ON audit_entries (person_id, subject_kind, sequence);
CREATE TABLE component_groups (
  code TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE TABLE customers (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  distance_class TEXT NOT NULL,
  distance_km INTEGER,
  importance TEXT NOT NULL,
  region TEXT NOT NULL,
  address TEXT NOT NULL,
  notes TEXT NOT NULL,
  active INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX customers_name ON customers (name, id);
CREATE INDEX customers_created ON customers (created_at, id);
CREATE TABLE contact_persons (
  id TEXT PRIMARY KEY NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  notes TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_persons_customer ON contact_persons (customer_id);
CREATE TABLE number_series (
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  last_number INTEGER NOT NULL,
  PRIMARY KEY (kind, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE operations (
  id TEXT PRIMARY KEY NOT NULL,
  procedure TEXT NOT NULL,
  person_id TEXT,
  input_hash TEXT NOT NULL,
  result TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE parts (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  specification TEXT NOT NULL,
  unit_of_measure TEXT NOT NULL,
  maker_number TEXT NOT NULL,
  supplier TEXT NOT NULL,
  model_fit TEXT NOT NULL,
  category TEXT NOT NULL,
  component_group_code TEXT NOT NULL,
  barcode TEXT NOT NULL,
  minimum_quantity INTEGER NOT NULL,
  maximum_quantity INTEGER NOT NULL,
  price_fen INTEGER NOT NULL,
  weight_grams INTEGER NOT NULL,
  old_part_rule TEXT NOT NULL,
  quality_state TEXT NOT NULL,
  active INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX parts_number ON parts (number);
CREATE INDEX parts_name ON parts (name, id);
CREATE INDEX parts_category ON parts (category, id);
CREATE INDEX parts_barcode ON parts (barcode);
CREATE INDEX parts_created ON parts (created_at, id);
CREATE TABLE part_substitutes (
  part_id TEXT NOT NULL REFERENCES parts (id),
  substitute_id TEXT NOT NULL REFERENCES parts (id),
  rank INTEGER NOT NULL,
  PRIMARY KEY (part_id, substitute_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE people (
  id TEXT PRIMARY KEY NOT NULL,
  sign_in_name TEXT NOT NULL,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  pin_hash TEXT,
  active INTEGER NOT NULL,
  wrong_tries INTEGER NOT NULL,
  last_wrong_try_at INTEGER,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX people_sign_in_name ON people (sign_in_name);
CREATE TABLE deputies (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  deputy_id TEXT NOT NULL REFERENCES people (id),
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX deputies_deputy ON deputies (deputy_id, until_day);
CREATE TABLE prints (
  id TEXT PRIMARY KEY NOT NULL,
  paper_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  document_number TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  refused_because TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  person_id TEXT,
  person_name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX prints_document ON prints (document_id, paper_kind, at);
CREATE TABLE products (
  id TEXT PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  product_line TEXT NOT NULL,
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX products_code ON products (code);
CREATE TABLE receipts (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  purpose TEXT NOT NULL,
  supplier TEXT NOT NULL,
  delivery_note TEXT NOT NULL,
  day TEXT NOT NULL,
  specification_checked INTEGER NOT NULL,
  quantity_checked INTEGER NOT NULL,
  quality_checked INTEGER NOT NULL,
  notes TEXT NOT NULL,
  created_by TEXT,
  created_at INTEGER NOT NULL,
  posted_by TEXT,
  posted_at INTEGER,
  void_reason TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX receipts_number ON receipts (number);
CREATE INDEX receipts_state ON receipts (state, created_at, id);
CREATE INDEX receipts_created ON receipts (created_at, id);
CREATE TABLE reversals (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  document_number TEXT NOT NULL,
  reason TEXT NOT NULL,
  person_id TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX reversals_number ON reversals (number);
CREATE UNIQUE INDEX reversals_document ON reversals (document_id);
CREATE TABLE search_entries (
  key INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entries_subject ON search_entries (subject_id);
CREATE INDEX search_entries_kind ON search_entries (kind, key);
CREATE TABLE sessions (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  device TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);
CREATE INDEX sessions_person ON sessions (person_id, ended_at);
CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE TABLE telephones (
  id TEXT PRIMARY KEY NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  contact_person_id TEXT REFERENCES contact_persons (id),
  digits TEXT NOT NULL,
  shown TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX telephones_digits ON telephones (digits);
CREATE INDEX telephones_customer ON telephones (customer_id);
CREATE TABLE units (
  id TEXT PRIMARY KEY NOT NULL,
  product_id TEXT NOT NULL REFERENCES products (id),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  serial_number TEXT NOT NULL,
  plate TEXT NOT NULL,
  engine_number TEXT NOT NULL,
  sale_day TEXT,
  delivery_day TEXT,
  dealer TEXT NOT NULL,
  region TEXT NOT NULL,
  card_received_day TEXT,
  notes TEXT NOT NULL,
  active INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX units_customer ON units (customer_id, id);
CREATE INDEX units_product ON units (product_id, created_at, id);
CREATE INDEX units_serial ON units (serial_number);
CREATE INDEX units_plate ON units (plate);
CREATE INDEX units_sale ON units (sale_day, id);
CREATE INDEX units_created ON units (created_at, id);
CREATE TABLE components (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT NOT NULL REFERENCES units (id),
  component_group_code TEXT NOT NULL,
  name TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  supplier TEXT NOT NULL,
  installed_day TEXT,
  removed_day TEXT,
  warranty_until_day TEXT
) STRICT;
CREATE INDEX components_unit ON components (unit_id);
CREATE TABLE readings (
  id TEXT PRIMARY KEY NOT NULL,
  unit_id TEXT NOT NULL REFERENCES units (id),
  day TEXT NOT NULL,
  mileage_km INTEGER,
  operating_hours INTEGER,
  source TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX readings_unit ON readings (unit_id, day, recorded_at);
CREATE TABLE voided_numbers (
  number TEXT PRIMARY KEY NOT NULL,
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  person_id TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE TABLE warehouses (
  id TEXT PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX warehouses_code ON warehouses (code);
CREATE TABLE stock_accounts (
  id TEXT PRIMARY KEY NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  inside INTEGER NOT NULL,
  warehouse_id TEXT REFERENCES warehouses (id),
  person_id TEXT REFERENCES people (id),
  active INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX stock_accounts_code ON stock_accounts (code);
CREATE INDEX stock_accounts_person ON stock_accounts (person_id);
CREATE INDEX stock_accounts_kind ON stock_accounts (kind, code);
CREATE TABLE receipt_lines (
  id TEXT PRIMARY KEY NOT NULL,
  receipt_id TEXT NOT NULL REFERENCES receipts (id),
  position INTEGER NOT NULL,
  part_id TEXT NOT NULL REFERENCES parts (id),
  account_id TEXT NOT NULL REFERENCES stock_accounts (id),
  quantity INTEGER NOT NULL,
  unit_price_fen INTEGER NOT NULL,
  amount_fen INTEGER NOT NULL,
  CONSTRAINT receipt_lines_quantity CHECK (quantity > 0)
) STRICT;
CREATE INDEX receipt_lines_receipt ON receipt_lines (receipt_id, position);
CREATE TABLE stock_balances (
  account_id TEXT NOT NULL REFERENCES stock_accounts (id),
  part_id TEXT NOT NULL REFERENCES parts (id),
  inside INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  value_fen INTEGER NOT NULL,
  last_sequence INTEGER NOT NULL,
  PRIMARY KEY (part_id, account_id),
  CONSTRAINT stock_balances_inside CHECK (inside = 0 OR (quantity >= 0 AND value_fen >= 0)),
  CONSTRAINT stock_balances_empty CHECK (quantity <> 0 OR inside = 0 OR value_fen = 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_balances_account ON stock_balances (account_id, part_id);
CREATE TABLE stock_movements (
  sequence INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  document_kind TEXT NOT NULL,
  document_id TEXT NOT NULL,
  document_number TEXT NOT NULL,
  line_id TEXT,
  part_id TEXT NOT NULL REFERENCES parts (id),
  from_account_id TEXT NOT NULL REFERENCES stock_accounts (id),
  to_account_id TEXT NOT NULL REFERENCES stock_accounts (id),
  quantity INTEGER NOT NULL,
  value_fen INTEGER NOT NULL,
  from_quantity_after INTEGER NOT NULL,
  to_quantity_after INTEGER NOT NULL,
  reverses_sequence INTEGER,
  person_id TEXT,
  CONSTRAINT stock_movements_quantity CHECK (quantity > 0),
  CONSTRAINT stock_movements_value CHECK (value_fen >= 0),
  CONSTRAINT stock_movements_two_accounts CHECK (from_account_id <> to_account_id)
) STRICT;
CREATE INDEX stock_movements_part ON stock_movements (part_id, sequence);
CREATE INDEX stock_movements_from ON stock_movements (from_account_id, sequence);
CREATE INDEX stock_movements_to ON stock_movements (to_account_id, sequence);
CREATE INDEX stock_movements_document ON stock_movements (document_id, sequence);
CREATE INDEX stock_movements_day ON stock_movements (day, sequence);
CREATE INDEX stock_movements_month ON stock_movements (part_id, day, from_account_id, to_account_id, quantity, value_fen);
CREATE UNIQUE INDEX stock_movements_reversal ON stock_movements (reverses_sequence);
CREATE TABLE warranty_policies (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  valid_from_day TEXT NOT NULL,
  scope TEXT NOT NULL,
  regions TEXT NOT NULL,
  card_within_days INTEGER NOT NULL,
  replacement_term TEXT NOT NULL,
  published INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX warranty_policies_valid ON warranty_policies (valid_from_day);
CREATE TABLE cases (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  contact_person_id TEXT REFERENCES contact_persons (id),
  unit_id TEXT REFERENCES units (id),
  category TEXT NOT NULL,
  fault_group TEXT,
  urgency TEXT NOT NULL,
  symptom TEXT NOT NULL,
  owner_id TEXT REFERENCES people (id),
  policy_id TEXT REFERENCES warranty_policies (id),
  opened_at INTEGER NOT NULL,
  resolved_at INTEGER,
  closed_at INTEGER,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_number ON cases (number);
CREATE INDEX cases_opened ON cases (opened_at, id);
CREATE INDEX cases_state ON cases (state, opened_at, id);
CREATE INDEX cases_owner ON cases (owner_id, opened_at, id);
CREATE INDEX cases_customer ON cases (customer_id, opened_at);
CREATE INDEX cases_unit ON cases (unit_id, opened_at);
CREATE TABLE case_events (
  id TEXT PRIMARY KEY NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  document_kind TEXT NOT NULL,
  document_id TEXT,
  document_number TEXT NOT NULL,
  person_id TEXT,
  person_name TEXT NOT NULL
) STRICT;
CREATE INDEX case_events_case ON case_events (case_id, at, id);
CREATE TABLE contacts (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  direction TEXT NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  received_day TEXT,
  sender_reference TEXT NOT NULL,
  telephone TEXT NOT NULL,
  caller_name TEXT NOT NULL,
  customer_id TEXT REFERENCES customers (id),
  contact_person_id TEXT REFERENCES contact_persons (id),
  unit_id TEXT REFERENCES units (id),
  mileage_km INTEGER,
  operating_hours INTEGER,
  category TEXT NOT NULL,
  fault_group TEXT,
  urgency TEXT NOT NULL,
  summary TEXT NOT NULL,
  answer TEXT NOT NULL,
  next_call_at INTEGER,
  case_id TEXT REFERENCES cases (id),
  void_reason TEXT NOT NULL,
  person_id TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX contacts_number ON contacts (number);
CREATE INDEX contacts_at ON contacts (at, id);
CREATE INDEX contacts_state ON contacts (state, at, id);
CREATE INDEX contacts_kind ON contacts (kind, at, id);
CREATE INDEX contacts_customer ON contacts (customer_id, at);
CREATE INDEX contacts_unit ON contacts (unit_id, at);
CREATE INDEX contacts_case ON contacts (case_id, at);
CREATE TABLE requisitions (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  purpose TEXT NOT NULL,
  case_id TEXT REFERENCES cases (id),
  unit_id TEXT REFERENCES units (id),
  holder_account_id TEXT NOT NULL REFERENCES stock_accounts (id),
  notes TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  created_by TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  submitted_by TEXT REFERENCES people (id),
  submitted_at INTEGER,
  decided_by TEXT REFERENCES people (id),
  decided_at INTEGER,
  decision_reason TEXT NOT NULL,
  allowed_by TEXT REFERENCES people (id),
  allow_reason TEXT NOT NULL,
  rest_closed INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX requisitions_number ON requisitions (number);
CREATE INDEX requisitions_created ON requisitions (created_at, id);
CREATE INDEX requisitions_state ON requisitions (state, created_at, id);
CREATE INDEX requisitions_case ON requisitions (case_id);
CREATE INDEX requisitions_unit ON requisitions (unit_id, created_at);
CREATE INDEX requisitions_holder ON requisitions (holder_account_id, state);
CREATE TABLE issues (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  requisition_id TEXT NOT NULL REFERENCES requisitions (id),
  person_id TEXT REFERENCES people (id),
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX issues_number ON issues (number);
CREATE INDEX issues_requisition ON issues (requisition_id, at);
CREATE TABLE service_reports (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES cases (id),
  unit_id TEXT REFERENCES units (id),
  technician_ids TEXT NOT NULL,
  mileage_km INTEGER,
  operating_hours INTEGER,
  arrived_at INTEGER,
  finished_at INTEGER,
  symptom TEXT NOT NULL,
  cause TEXT NOT NULL,
  work TEXT NOT NULL,
  fault_place_opened_before INTEGER NOT NULL,
  no_parts_replaced INTEGER NOT NULL,
  fee_fen INTEGER NOT NULL,
  compensation TEXT NOT NULL,
  satisfaction TEXT,
  customer_remarks TEXT NOT NULL,
  sealed_content TEXT,
  content_hash TEXT NOT NULL,
  printed_hash TEXT NOT NULL,
  print_count INTEGER NOT NULL,
  first_printed_at INTEGER,
  signed_at INTEGER,
  signed_by TEXT NOT NULL,
  scan_id TEXT REFERENCES attachments (id),
  decided_by TEXT REFERENCES people (id),
  decided_at INTEGER,
  filed_at INTEGER,
  void_reason TEXT,
  created_by TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT service_reports_signed_after CHECK (signed_at IS NULL OR (finished_at IS NOT NULL AND signed_at >= finished_at))
) STRICT;
CREATE UNIQUE INDEX service_reports_number ON service_reports (number);
CREATE INDEX service_reports_created ON service_reports (created_at, id);
CREATE INDEX service_reports_state ON service_reports (state, created_at, id);
CREATE INDEX service_reports_case ON service_reports (case_id);
CREATE INDEX service_reports_scan ON service_reports (scan_id);
CREATE INDEX service_reports_unit ON service_reports (unit_id, created_at);
CREATE TABLE report_supplements (
  id TEXT PRIMARY KEY NOT NULL,
  report_id TEXT NOT NULL REFERENCES service_reports (id),
  ordinal INTEGER NOT NULL,
  state TEXT NOT NULL,
  text TEXT NOT NULL,
  written_by TEXT REFERENCES people (id),
  written_at INTEGER NOT NULL,
  decided_by TEXT REFERENCES people (id),
  decided_at INTEGER,
  decision_reason TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX report_supplements_ordinal ON report_supplements (report_id, ordinal);
CREATE INDEX report_supplements_state ON report_supplements (state, written_at, id);
CREATE TABLE warranty_terms (
  id TEXT PRIMARY KEY NOT NULL,
  policy_id TEXT NOT NULL REFERENCES warranty_policies (id),
  component_group_code TEXT NOT NULL REFERENCES component_groups (code),
  clause TEXT NOT NULL,
  months INTEGER,
  mileage_km INTEGER,
  operating_hours INTEGER,
  wear_part INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX warranty_terms_group ON warranty_terms (policy_id, component_group_code);
CREATE TABLE warranty_judgements (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES units (id),
  case_id TEXT,
  component_group_code TEXT NOT NULL,
  component_group_name TEXT NOT NULL,
  policy_id TEXT REFERENCES warranty_policies (id),
  term_id TEXT REFERENCES warranty_terms (id),
  basis_day TEXT NOT NULL,
  sale_day TEXT,
  mileage_km INTEGER,
  operating_hours INTEGER,
  exclusions TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reasons TEXT NOT NULL,
  end_day TEXT,
  days_left INTEGER,
  kilometres_left INTEGER,
  hours_left INTEGER,
  overruled_verdict TEXT,
  overrule_reason TEXT NOT NULL,
  overruled_by TEXT,
  overruled_at INTEGER,
  person_id TEXT,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX warranty_judgements_number ON warranty_judgements (number);
CREATE INDEX warranty_judgements_unit ON warranty_judgements (unit_id, at);
CREATE INDEX warranty_judgements_case ON warranty_judgements (case_id, at);
CREATE TABLE requisition_lines (
  id TEXT PRIMARY KEY NOT NULL,
  requisition_id TEXT NOT NULL REFERENCES requisitions (id),
  position INTEGER NOT NULL,
  part_id TEXT NOT NULL REFERENCES parts (id),
  quantity INTEGER NOT NULL,
  issued_quantity INTEGER NOT NULL,
  cleared_quantity INTEGER NOT NULL,
  unit_price_fen INTEGER NOT NULL,
  fault TEXT NOT NULL,
  judgement_id TEXT REFERENCES warranty_judgements (id),
  old_part_required INTEGER NOT NULL,
  CONSTRAINT requisition_lines_quantity CHECK (quantity > 0),
  CONSTRAINT requisition_lines_issued CHECK (issued_quantity >= 0 AND issued_quantity <= quantity),
  CONSTRAINT requisition_lines_cleared CHECK (cleared_quantity >= 0 AND cleared_quantity <= issued_quantity)
) STRICT;
CREATE INDEX requisition_lines_requisition ON requisition_lines (requisition_id, position);
CREATE INDEX requisition_lines_part ON requisition_lines (part_id);
CREATE TABLE issue_lines (
  id TEXT PRIMARY KEY NOT NULL,
  issue_id TEXT NOT NULL REFERENCES issues (id),
  requisition_line_id TEXT NOT NULL REFERENCES requisition_lines (id),
  part_id TEXT NOT NULL REFERENCES parts (id),
  account_id TEXT NOT NULL REFERENCES stock_accounts (id),
  quantity INTEGER NOT NULL,
  cleared_quantity INTEGER NOT NULL,
  value_fen INTEGER NOT NULL,
  CONSTRAINT issue_lines_quantity CHECK (quantity > 0 AND cleared_quantity >= 0 AND cleared_quantity <= quantity)
) STRICT;
CREATE INDEX issue_lines_issue ON issue_lines (issue_id);
CREATE INDEX issue_lines_line ON issue_lines (requisition_line_id);
CREATE TABLE clearings (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  issue_line_id TEXT NOT NULL REFERENCES issue_lines (id),
  requisition_id TEXT NOT NULL REFERENCES requisitions (id),
  kind TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  report_id TEXT,
  account_id TEXT REFERENCES stock_accounts (id),
  reason TEXT NOT NULL,
  charge_fen INTEGER NOT NULL,
  value_fen INTEGER NOT NULL,
  approved_by TEXT REFERENCES people (id),
  person_id TEXT REFERENCES people (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX clearings_requisition ON clearings (requisition_id, at);
CREATE INDEX clearings_issue_line ON clearings (issue_line_id);
CREATE INDEX clearings_report ON clearings (report_id);
CREATE TABLE old_parts (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  requisition_id TEXT NOT NULL REFERENCES requisitions (id),
  issue_line_id TEXT NOT NULL REFERENCES issue_lines (id),
  case_id TEXT REFERENCES cases (id),
  unit_id TEXT REFERENCES units (id),
  part_id TEXT NOT NULL REFERENCES parts (id),
  holder_account_id TEXT NOT NULL REFERENCES stock_accounts (id),
  quantity INTEGER NOT NULL,
  fault TEXT NOT NULL,
  due_day TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  received_at INTEGER,
  received_by TEXT REFERENCES people (id),
  store_account_id TEXT REFERENCES stock_accounts (id),
  waived_at INTEGER,
  waived_by TEXT REFERENCES people (id),
  waive_reason TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX old_parts_number ON old_parts (number);
CREATE INDEX old_parts_state ON old_parts (state, due_day, id);
CREATE INDEX old_parts_state_created ON old_parts (state, created_at, id);
CREATE INDEX old_parts_due ON old_parts (due_day, id);
CREATE INDEX old_parts_created ON old_parts (created_at, id);
CREATE INDEX old_parts_issue_line ON old_parts (issue_line_id);
CREATE INDEX old_parts_case ON old_parts (case_id);
CREATE TABLE service_report_lines (
  id TEXT PRIMARY KEY NOT NULL,
  report_id TEXT NOT NULL REFERENCES service_reports (id),
  position INTEGER NOT NULL,
  part_id TEXT NOT NULL REFERENCES parts (id),
  issue_line_id TEXT REFERENCES issue_lines (id),
  quantity INTEGER NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT service_report_lines_quantity CHECK (quantity > 0)
) STRICT;
CREATE INDEX service_report_lines_report ON service_report_lines (report_id, position);
CREATE INDEX service_report_lines_issue_line ON service_report_lines (issue_line_id);`,
  postgres: `CREATE TABLE attachments (
  id text PRIMARY KEY NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  purpose text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  added_by text,
  added_at bigint NOT NULL,
  voided_at bigint,
  void_reason text NOT NULL
);
CREATE INDEX attachments_subject ON attachments (subject_kind, subject_id);
CREATE TABLE audit_days (
  sequence bigint PRIMARY KEY NOT NULL,
  day text NOT NULL,
  day_before text NOT NULL
);
CREATE TABLE audit_entries (
  sequence bigint PRIMARY KEY NOT NULL,
  at bigint NOT NULL,
  person_id text,
  person_name text NOT NULL,
  act text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL
);
CREATE INDEX audit_entries_subject ON audit_entries (subject_id, subject_kind, sequence);
CREATE INDEX audit_entries_kind ON audit_entries (subject_kind, sequence);
CREATE INDEX audit_entries_person ON audit_entries (person_id, sequence);
CREATE INDEX audit_entries_changes ON audit_entries (sequence) WHERE subject_kind <> 'look';
CREATE INDEX audit_entries_changes_person ON audit_entries (person_id, sequence) WHERE subject_kind <> 'look';
CREATE INDEX audit_entries_person_kind ON audit_entries (person_id, subject_kind, sequence);
CREATE TABLE component_groups (
  code text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  position bigint NOT NULL
);
CREATE TABLE customers (
  id text PRIMARY KEY NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  distance_class text NOT NULL,
  distance_km bigint,
  importance text NOT NULL,
  region text NOT NULL,
  address text NOT NULL,
  notes text NOT NULL,
  active bigint NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX customers_name ON customers (name, id);
CREATE INDEX customers_created ON customers (created_at, id);
CREATE TABLE contact_persons (
  id text PRIMARY KEY NOT NULL,
  customer_id text NOT NULL REFERENCES customers (id),
  name text NOT NULL,
  position text NOT NULL,
  notes text NOT NULL,
  active bigint NOT NULL
);
CREATE INDEX contact_persons_customer ON contact_persons (customer_id);
CREATE TABLE number_series (
  kind text NOT NULL,
  period text NOT NULL,
  last_number bigint NOT NULL,
  PRIMARY KEY (kind, period)
);
CREATE TABLE operations (
  id text PRIMARY KEY NOT NULL,
  procedure text NOT NULL,
  person_id text,
  input_hash text NOT NULL,
  result text NOT NULL,
  at bigint NOT NULL
);
CREATE TABLE parts (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  specification text NOT NULL,
  unit_of_measure text NOT NULL,
  maker_number text NOT NULL,
  supplier text NOT NULL,
  model_fit text NOT NULL,
  category text NOT NULL,
  component_group_code text NOT NULL,
  barcode text NOT NULL,
  minimum_quantity bigint NOT NULL,
  maximum_quantity bigint NOT NULL,
  price_fen bigint NOT NULL,
  weight_grams bigint NOT NULL,
  old_part_rule text NOT NULL,
  quality_state text NOT NULL,
  active bigint NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX parts_number ON parts (number);
CREATE INDEX parts_name ON parts (name, id);
CREATE INDEX parts_category ON parts (category, id);
CREATE INDEX parts_barcode ON parts (barcode);
CREATE INDEX parts_created ON parts (created_at, id);
CREATE TABLE part_substitutes (
  part_id text NOT NULL REFERENCES parts (id),
  substitute_id text NOT NULL REFERENCES parts (id),
  rank bigint NOT NULL,
  PRIMARY KEY (part_id, substitute_id)
);
CREATE TABLE people (
  id text PRIMARY KEY NOT NULL,
  sign_in_name text NOT NULL,
  name text NOT NULL,
  roles text NOT NULL,
  password_hash text NOT NULL,
  pin_hash text,
  active bigint NOT NULL,
  wrong_tries bigint NOT NULL,
  last_wrong_try_at bigint,
  created_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX people_sign_in_name ON people (sign_in_name);
CREATE TABLE deputies (
  id text PRIMARY KEY NOT NULL,
  person_id text NOT NULL REFERENCES people (id),
  deputy_id text NOT NULL REFERENCES people (id),
  from_day text NOT NULL,
  until_day text NOT NULL,
  ended_at bigint
);
CREATE INDEX deputies_deputy ON deputies (deputy_id, until_day);
CREATE TABLE prints (
  id text PRIMARY KEY NOT NULL,
  paper_kind text NOT NULL,
  document_id text NOT NULL,
  document_number text NOT NULL,
  ordinal bigint NOT NULL,
  refused bigint NOT NULL,
  refused_because text NOT NULL,
  content_hash text NOT NULL,
  language text NOT NULL,
  person_id text,
  person_name text NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX prints_document ON prints (document_id, paper_kind, at);
CREATE TABLE products (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  product_line text NOT NULL,
  active bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX products_code ON products (code);
CREATE TABLE receipts (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  purpose text NOT NULL,
  supplier text NOT NULL,
  delivery_note text NOT NULL,
  day text NOT NULL,
  specification_checked bigint NOT NULL,
  quantity_checked bigint NOT NULL,
  quality_checked bigint NOT NULL,
  notes text NOT NULL,
  created_by text,
  created_at bigint NOT NULL,
  posted_by text,
  posted_at bigint,
  void_reason text NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX receipts_number ON receipts (number);
CREATE INDEX receipts_state ON receipts (state, created_at, id);
CREATE INDEX receipts_created ON receipts (created_at, id);
CREATE TABLE reversals (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  document_kind text NOT NULL,
  document_id text NOT NULL,
  document_number text NOT NULL,
  reason text NOT NULL,
  person_id text,
  at bigint NOT NULL
);
CREATE UNIQUE INDEX reversals_number ON reversals (number);
CREATE UNIQUE INDEX reversals_document ON reversals (document_id);
CREATE TABLE search_entries (
  key bigint PRIMARY KEY NOT NULL,
  kind text NOT NULL,
  subject_id text NOT NULL,
  title text NOT NULL,
  subtitle text NOT NULL,
  text text NOT NULL
);
CREATE UNIQUE INDEX search_entries_subject ON search_entries (subject_id);
CREATE INDEX search_entries_kind ON search_entries (kind, key);
CREATE TABLE sessions (
  id text PRIMARY KEY NOT NULL,
  token_hash text NOT NULL,
  person_id text NOT NULL REFERENCES people (id),
  device text NOT NULL,
  created_at bigint NOT NULL,
  last_used_at bigint NOT NULL,
  ended_at bigint
);
CREATE UNIQUE INDEX sessions_token ON sessions (token_hash);
CREATE INDEX sessions_person ON sessions (person_id, ended_at);
CREATE TABLE settings (
  key text PRIMARY KEY NOT NULL,
  value text NOT NULL,
  version bigint NOT NULL
);
CREATE TABLE telephones (
  id text PRIMARY KEY NOT NULL,
  customer_id text NOT NULL REFERENCES customers (id),
  contact_person_id text REFERENCES contact_persons (id),
  digits text NOT NULL,
  shown text NOT NULL,
  position bigint NOT NULL
);
CREATE INDEX telephones_digits ON telephones (digits);
CREATE INDEX telephones_customer ON telephones (customer_id);
CREATE TABLE units (
  id text PRIMARY KEY NOT NULL,
  product_id text NOT NULL REFERENCES products (id),
  customer_id text NOT NULL REFERENCES customers (id),
  serial_number text NOT NULL,
  plate text NOT NULL,
  engine_number text NOT NULL,
  sale_day text,
  delivery_day text,
  dealer text NOT NULL,
  region text NOT NULL,
  card_received_day text,
  notes text NOT NULL,
  active bigint NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX units_customer ON units (customer_id, id);
CREATE INDEX units_product ON units (product_id, created_at, id);
CREATE INDEX units_serial ON units (serial_number);
CREATE INDEX units_plate ON units (plate);
CREATE INDEX units_sale ON units (sale_day, id);
CREATE INDEX units_created ON units (created_at, id);
CREATE TABLE components (
  id text PRIMARY KEY NOT NULL,
  unit_id text NOT NULL REFERENCES units (id),
  component_group_code text NOT NULL,
  name text NOT NULL,
  serial_number text NOT NULL,
  supplier text NOT NULL,
  installed_day text,
  removed_day text,
  warranty_until_day text
);
CREATE INDEX components_unit ON components (unit_id);
CREATE TABLE readings (
  id text PRIMARY KEY NOT NULL,
  unit_id text NOT NULL REFERENCES units (id),
  day text NOT NULL,
  mileage_km bigint,
  operating_hours bigint,
  source text NOT NULL,
  recorded_at bigint NOT NULL
);
CREATE INDEX readings_unit ON readings (unit_id, day, recorded_at);
CREATE TABLE voided_numbers (
  number text PRIMARY KEY NOT NULL,
  document_kind text NOT NULL,
  document_id text NOT NULL,
  reason text NOT NULL,
  person_id text,
  at bigint NOT NULL
);
CREATE TABLE warehouses (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  active bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX warehouses_code ON warehouses (code);
CREATE TABLE stock_accounts (
  id text PRIMARY KEY NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  inside bigint NOT NULL,
  warehouse_id text REFERENCES warehouses (id),
  person_id text REFERENCES people (id),
  active bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX stock_accounts_code ON stock_accounts (code);
CREATE INDEX stock_accounts_person ON stock_accounts (person_id);
CREATE INDEX stock_accounts_kind ON stock_accounts (kind, code);
CREATE TABLE receipt_lines (
  id text PRIMARY KEY NOT NULL,
  receipt_id text NOT NULL REFERENCES receipts (id),
  position bigint NOT NULL,
  part_id text NOT NULL REFERENCES parts (id),
  account_id text NOT NULL REFERENCES stock_accounts (id),
  quantity bigint NOT NULL,
  unit_price_fen bigint NOT NULL,
  amount_fen bigint NOT NULL,
  CONSTRAINT receipt_lines_quantity CHECK (quantity > 0)
);
CREATE INDEX receipt_lines_receipt ON receipt_lines (receipt_id, position);
CREATE TABLE stock_balances (
  account_id text NOT NULL REFERENCES stock_accounts (id),
  part_id text NOT NULL REFERENCES parts (id),
  inside bigint NOT NULL,
  quantity bigint NOT NULL,
  value_fen bigint NOT NULL,
  last_sequence bigint NOT NULL,
  PRIMARY KEY (part_id, account_id),
  CONSTRAINT stock_balances_inside CHECK (inside = 0 OR (quantity >= 0 AND value_fen >= 0)),
  CONSTRAINT stock_balances_empty CHECK (quantity <> 0 OR inside = 0 OR value_fen = 0)
);
CREATE INDEX stock_balances_account ON stock_balances (account_id, part_id);
CREATE TABLE stock_movements (
  sequence bigint PRIMARY KEY NOT NULL,
  at bigint NOT NULL,
  day text NOT NULL,
  document_kind text NOT NULL,
  document_id text NOT NULL,
  document_number text NOT NULL,
  line_id text,
  part_id text NOT NULL REFERENCES parts (id),
  from_account_id text NOT NULL REFERENCES stock_accounts (id),
  to_account_id text NOT NULL REFERENCES stock_accounts (id),
  quantity bigint NOT NULL,
  value_fen bigint NOT NULL,
  from_quantity_after bigint NOT NULL,
  to_quantity_after bigint NOT NULL,
  reverses_sequence bigint,
  person_id text,
  CONSTRAINT stock_movements_quantity CHECK (quantity > 0),
  CONSTRAINT stock_movements_value CHECK (value_fen >= 0),
  CONSTRAINT stock_movements_two_accounts CHECK (from_account_id <> to_account_id)
);
CREATE INDEX stock_movements_part ON stock_movements (part_id, sequence);
CREATE INDEX stock_movements_from ON stock_movements (from_account_id, sequence);
CREATE INDEX stock_movements_to ON stock_movements (to_account_id, sequence);
CREATE INDEX stock_movements_document ON stock_movements (document_id, sequence);
CREATE INDEX stock_movements_day ON stock_movements (day, sequence);
CREATE INDEX stock_movements_month ON stock_movements (part_id, day, from_account_id, to_account_id, quantity, value_fen);
CREATE UNIQUE INDEX stock_movements_reversal ON stock_movements (reverses_sequence);
CREATE TABLE warranty_policies (
  id text PRIMARY KEY NOT NULL,
  name text NOT NULL,
  valid_from_day text NOT NULL,
  scope text NOT NULL,
  regions text NOT NULL,
  card_within_days bigint NOT NULL,
  replacement_term text NOT NULL,
  published bigint NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX warranty_policies_valid ON warranty_policies (valid_from_day);
CREATE TABLE cases (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  customer_id text NOT NULL REFERENCES customers (id),
  contact_person_id text REFERENCES contact_persons (id),
  unit_id text REFERENCES units (id),
  category text NOT NULL,
  fault_group text,
  urgency text NOT NULL,
  symptom text NOT NULL,
  owner_id text REFERENCES people (id),
  policy_id text REFERENCES warranty_policies (id),
  opened_at bigint NOT NULL,
  resolved_at bigint,
  closed_at bigint,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX cases_number ON cases (number);
CREATE INDEX cases_opened ON cases (opened_at, id);
CREATE INDEX cases_state ON cases (state, opened_at, id);
CREATE INDEX cases_owner ON cases (owner_id, opened_at, id);
CREATE INDEX cases_customer ON cases (customer_id, opened_at);
CREATE INDEX cases_unit ON cases (unit_id, opened_at);
CREATE TABLE case_events (
  id text PRIMARY KEY NOT NULL,
  case_id text NOT NULL REFERENCES cases (id),
  at bigint NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  document_kind text NOT NULL,
  document_id text,
  document_number text NOT NULL,
  person_id text,
  person_name text NOT NULL
);
CREATE INDEX case_events_case ON case_events (case_id, at, id);
CREATE TABLE contacts (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  direction text NOT NULL,
  state text NOT NULL,
  at bigint NOT NULL,
  received_day text,
  sender_reference text NOT NULL,
  telephone text NOT NULL,
  caller_name text NOT NULL,
  customer_id text REFERENCES customers (id),
  contact_person_id text REFERENCES contact_persons (id),
  unit_id text REFERENCES units (id),
  mileage_km bigint,
  operating_hours bigint,
  category text NOT NULL,
  fault_group text,
  urgency text NOT NULL,
  summary text NOT NULL,
  answer text NOT NULL,
  next_call_at bigint,
  case_id text REFERENCES cases (id),
  void_reason text NOT NULL,
  person_id text,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX contacts_number ON contacts (number);
CREATE INDEX contacts_at ON contacts (at, id);
CREATE INDEX contacts_state ON contacts (state, at, id);
CREATE INDEX contacts_kind ON contacts (kind, at, id);
CREATE INDEX contacts_customer ON contacts (customer_id, at);
CREATE INDEX contacts_unit ON contacts (unit_id, at);
CREATE INDEX contacts_case ON contacts (case_id, at);
CREATE TABLE requisitions (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  purpose text NOT NULL,
  case_id text REFERENCES cases (id),
  unit_id text REFERENCES units (id),
  holder_account_id text NOT NULL REFERENCES stock_accounts (id),
  notes text NOT NULL,
  amount_fen bigint NOT NULL,
  created_by text REFERENCES people (id),
  created_at bigint NOT NULL,
  submitted_by text REFERENCES people (id),
  submitted_at bigint,
  decided_by text REFERENCES people (id),
  decided_at bigint,
  decision_reason text NOT NULL,
  allowed_by text REFERENCES people (id),
  allow_reason text NOT NULL,
  rest_closed bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX requisitions_number ON requisitions (number);
CREATE INDEX requisitions_created ON requisitions (created_at, id);
CREATE INDEX requisitions_state ON requisitions (state, created_at, id);
CREATE INDEX requisitions_case ON requisitions (case_id);
CREATE INDEX requisitions_unit ON requisitions (unit_id, created_at);
CREATE INDEX requisitions_holder ON requisitions (holder_account_id, state);
CREATE TABLE issues (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  requisition_id text NOT NULL REFERENCES requisitions (id),
  person_id text REFERENCES people (id),
  at bigint NOT NULL
);
CREATE UNIQUE INDEX issues_number ON issues (number);
CREATE INDEX issues_requisition ON issues (requisition_id, at);
CREATE TABLE service_reports (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  case_id text NOT NULL REFERENCES cases (id),
  unit_id text REFERENCES units (id),
  technician_ids text NOT NULL,
  mileage_km bigint,
  operating_hours bigint,
  arrived_at bigint,
  finished_at bigint,
  symptom text NOT NULL,
  cause text NOT NULL,
  work text NOT NULL,
  fault_place_opened_before bigint NOT NULL,
  no_parts_replaced bigint NOT NULL,
  fee_fen bigint NOT NULL,
  compensation text NOT NULL,
  satisfaction text,
  customer_remarks text NOT NULL,
  sealed_content text,
  content_hash text NOT NULL,
  printed_hash text NOT NULL,
  print_count bigint NOT NULL,
  first_printed_at bigint,
  signed_at bigint,
  signed_by text NOT NULL,
  scan_id text REFERENCES attachments (id),
  decided_by text REFERENCES people (id),
  decided_at bigint,
  filed_at bigint,
  void_reason text,
  created_by text REFERENCES people (id),
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT service_reports_signed_after CHECK (signed_at IS NULL OR (finished_at IS NOT NULL AND signed_at >= finished_at))
);
CREATE UNIQUE INDEX service_reports_number ON service_reports (number);
CREATE INDEX service_reports_created ON service_reports (created_at, id);
CREATE INDEX service_reports_state ON service_reports (state, created_at, id);
CREATE INDEX service_reports_case ON service_reports (case_id);
CREATE INDEX service_reports_scan ON service_reports (scan_id);
CREATE INDEX service_reports_unit ON service_reports (unit_id, created_at);
CREATE TABLE report_supplements (
  id text PRIMARY KEY NOT NULL,
  report_id text NOT NULL REFERENCES service_reports (id),
  ordinal bigint NOT NULL,
  state text NOT NULL,
  text text NOT NULL,
  written_by text REFERENCES people (id),
  written_at bigint NOT NULL,
  decided_by text REFERENCES people (id),
  decided_at bigint,
  decision_reason text NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX report_supplements_ordinal ON report_supplements (report_id, ordinal);
CREATE INDEX report_supplements_state ON report_supplements (state, written_at, id);
CREATE TABLE warranty_terms (
  id text PRIMARY KEY NOT NULL,
  policy_id text NOT NULL REFERENCES warranty_policies (id),
  component_group_code text NOT NULL REFERENCES component_groups (code),
  clause text NOT NULL,
  months bigint,
  mileage_km bigint,
  operating_hours bigint,
  wear_part bigint NOT NULL
);
CREATE UNIQUE INDEX warranty_terms_group ON warranty_terms (policy_id, component_group_code);
CREATE TABLE warranty_judgements (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  unit_id text NOT NULL REFERENCES units (id),
  case_id text,
  component_group_code text NOT NULL,
  component_group_name text NOT NULL,
  policy_id text REFERENCES warranty_policies (id),
  term_id text REFERENCES warranty_terms (id),
  basis_day text NOT NULL,
  sale_day text,
  mileage_km bigint,
  operating_hours bigint,
  exclusions text NOT NULL,
  verdict text NOT NULL,
  reasons text NOT NULL,
  end_day text,
  days_left bigint,
  kilometres_left bigint,
  hours_left bigint,
  overruled_verdict text,
  overrule_reason text NOT NULL,
  overruled_by text,
  overruled_at bigint,
  person_id text,
  at bigint NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX warranty_judgements_number ON warranty_judgements (number);
CREATE INDEX warranty_judgements_unit ON warranty_judgements (unit_id, at);
CREATE INDEX warranty_judgements_case ON warranty_judgements (case_id, at);
CREATE TABLE requisition_lines (
  id text PRIMARY KEY NOT NULL,
  requisition_id text NOT NULL REFERENCES requisitions (id),
  position bigint NOT NULL,
  part_id text NOT NULL REFERENCES parts (id),
  quantity bigint NOT NULL,
  issued_quantity bigint NOT NULL,
  cleared_quantity bigint NOT NULL,
  unit_price_fen bigint NOT NULL,
  fault text NOT NULL,
  judgement_id text REFERENCES warranty_judgements (id),
  old_part_required bigint NOT NULL,
  CONSTRAINT requisition_lines_quantity CHECK (quantity > 0),
  CONSTRAINT requisition_lines_issued CHECK (issued_quantity >= 0 AND issued_quantity <= quantity),
  CONSTRAINT requisition_lines_cleared CHECK (cleared_quantity >= 0 AND cleared_quantity <= issued_quantity)
);
CREATE INDEX requisition_lines_requisition ON requisition_lines (requisition_id, position);
CREATE INDEX requisition_lines_part ON requisition_lines (part_id);
CREATE TABLE issue_lines (
  id text PRIMARY KEY NOT NULL,
  issue_id text NOT NULL REFERENCES issues (id),
  requisition_line_id text NOT NULL REFERENCES requisition_lines (id),
  part_id text NOT NULL REFERENCES parts (id),
  account_id text NOT NULL REFERENCES stock_accounts (id),
  quantity bigint NOT NULL,
  cleared_quantity bigint NOT NULL,
  value_fen bigint NOT NULL,
  CONSTRAINT issue_lines_quantity CHECK (quantity > 0 AND cleared_quantity >= 0 AND cleared_quantity <= quantity)
);
CREATE INDEX issue_lines_issue ON issue_lines (issue_id);
CREATE INDEX issue_lines_line ON issue_lines (requisition_line_id);
CREATE TABLE clearings (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  issue_line_id text NOT NULL REFERENCES issue_lines (id),
  requisition_id text NOT NULL REFERENCES requisitions (id),
  kind text NOT NULL,
  quantity bigint NOT NULL,
  report_id text,
  account_id text REFERENCES stock_accounts (id),
  reason text NOT NULL,
  charge_fen bigint NOT NULL,
  value_fen bigint NOT NULL,
  approved_by text REFERENCES people (id),
  person_id text REFERENCES people (id),
  at bigint NOT NULL
);
CREATE INDEX clearings_requisition ON clearings (requisition_id, at);
CREATE INDEX clearings_issue_line ON clearings (issue_line_id);
CREATE INDEX clearings_report ON clearings (report_id);
CREATE TABLE old_parts (
  id text PRIMARY KEY NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  requisition_id text NOT NULL REFERENCES requisitions (id),
  issue_line_id text NOT NULL REFERENCES issue_lines (id),
  case_id text REFERENCES cases (id),
  unit_id text REFERENCES units (id),
  part_id text NOT NULL REFERENCES parts (id),
  holder_account_id text NOT NULL REFERENCES stock_accounts (id),
  quantity bigint NOT NULL,
  fault text NOT NULL,
  due_day text NOT NULL,
  created_at bigint NOT NULL,
  received_at bigint,
  received_by text REFERENCES people (id),
  store_account_id text REFERENCES stock_accounts (id),
  waived_at bigint,
  waived_by text REFERENCES people (id),
  waive_reason text NOT NULL,
  version bigint NOT NULL
);
CREATE UNIQUE INDEX old_parts_number ON old_parts (number);
CREATE INDEX old_parts_state ON old_parts (state, due_day, id);
CREATE INDEX old_parts_state_created ON old_parts (state, created_at, id);
CREATE INDEX old_parts_due ON old_parts (due_day, id);
CREATE INDEX old_parts_created ON old_parts (created_at, id);
CREATE INDEX old_parts_issue_line ON old_parts (issue_line_id);
CREATE INDEX old_parts_case ON old_parts (case_id);
CREATE TABLE service_report_lines (
  id text PRIMARY KEY NOT NULL,
  report_id text NOT NULL REFERENCES service_reports (id),
  position bigint NOT NULL,
  part_id text NOT NULL REFERENCES parts (id),
  issue_line_id text REFERENCES issue_lines (id),
  quantity bigint NOT NULL,
  reason text NOT NULL,
  CONSTRAINT service_report_lines_quantity CHECK (quantity > 0)
);
CREATE INDEX service_report_lines_report ON service_report_lines (report_id, position);
CREATE INDEX service_report_lines_issue_line ON service_report_lines (issue_line_id);`,
};
