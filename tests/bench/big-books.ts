import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { newId } from '#shared/domain/ids.ts';
import { openDatabase } from '#host/database/open-database.ts';
import { migrations } from '#host/database/migrations/index.ts';
import { searchText } from '#host/desks/search/search-text.ts';
import { gramsOfText } from '#host/desks/search/search.rules.ts';
import { createHash } from 'node:crypto';

/** How large the books of the bench are. */
export const bigBooks = {
  movements: 1_000_000,
  parts: 100_000,
  customers: 100_000,
  ledgerParts: 2_000,
  bins: 60,
};

const folder = join(import.meta.dirname, '../../.cache/bench');
const family = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const places = ['南通', '苏州', '温州', '深圳', '青岛', '合肥', '杭州', '上海', '重庆', '成都'];
const endings = ['公交公司', '第二公交公司', '长途汽车运输公司', '旅游客运有限公司', '园区巴士有限公司'];
const partNames = [
  '水泵总成',
  '节温器',
  '散热器总成',
  '空气干燥器',
  '起动机',
  '发电机总成',
  '门泵总成',
  '雨刮电机',
  '前大灯总成',
  '减振器',
];

/** A file with a million movements, made once per schema and kept; returns its path. */
export async function makeBigBooks(): Promise<string> {
  const mark = createHash('sha256')
    .update(JSON.stringify([migrations, bigBooks]))
    .digest('hex')
    .slice(0, 12);
  const file = join(folder, `books-${mark}.db`);
  if (existsSync(file)) return file;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const making = `${file}.part`;
  await (await openDatabase({ engine: 'sqlite', file: making })).close();
  const raw = new BetterSqlite3(making);
  raw.pragma('synchronous = OFF');
  raw.pragma('foreign_keys = OFF');
  raw.transaction(() => fill(raw))();
  raw.exec('ANALYZE');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  renameSync(making, file);
  return file;
}

function fill(raw: BetterSqlite3.Database): void {
  let seed = 1;
  const chance = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed % below;
  };
  const begin = Date.UTC(2016, 0, 1);
  // As after a step of the schema: customers of before owe no file.
  raw
    .prepare(`INSERT INTO settings (key, value, version) VALUES ('duties', ?, 1)`)
    .run(JSON.stringify({ since: Date.now() }));
  const insertPart = raw.prepare(
    `INSERT INTO parts VALUES (@id, @number, @name, '', '件', '', '', '', @category, 'chassis', '', 0, 0, 1000, 0, 'required', 'released', 1, @at, 1, @name, @category, @number, NULL)`,
  );
  const insertCustomer = raw.prepare(
    `INSERT INTO customers (id, kind, name, distance_class, distance_km, importance, region, address, notes, active, created_at, version, sort_name) VALUES (@id, 'firm', @name, 'near', 10, 'normal', '江苏', '', '', 1, @at, 1, @name)`,
  );
  const insertEntry = raw.prepare(
    'INSERT INTO search_entries (key, kind, subject_id, title, subtitle, text, form) VALUES (?, ?, ?, ?, ?, ?, 2)',
  );
  const insertGrams = raw.prepare('INSERT INTO search_grams (rowid, grams) VALUES (?, ?)');
  let key = 0;
  const index = (kind: 'part' | 'customer', id: string, title: string, texts: string[]) => {
    key += 1;
    const text = searchText(texts);
    insertEntry.run(key, kind, id, title, '', text);
    insertGrams.run(key, gramsOfText(kind, text).join(' '));
  };
  const parts: string[] = [];
  for (let row = 0; row < bigBooks.parts; row += 1) {
    const id = newId(begin + row);
    const number = `${1_300_000 + chance(99_999)}-${row}`;
    const name = `${partNames[row % partNames.length] ?? ''}${row % 97}`;
    insertPart.run({ id, number, name, category: `c${row % 9}`, at: begin + row });
    index('part', id, `${number} ${name}`, [number, name]);
    parts.push(id);
  }
  for (let row = 0; row < bigBooks.customers; row += 1) {
    const id = newId(begin + row);
    const name = `${places[chance(10)] ?? ''}${family[chance(20)] ?? ''}${endings[chance(5)] ?? ''}${row}`;
    insertCustomer.run({ id, name, at: begin + row });
    index('customer', id, name, [name, `13${String(chance(1e9)).padStart(9, '0')}`]);
  }
  const insertAccount = raw.prepare(
    'INSERT INTO stock_accounts (id, code, name, kind, inside, active, version, code_key) VALUES (?, ?, ?, ?, ?, 1, 1, ?)',
  );
  const accounts = Array.from({ length: bigBooks.bins }, (_, bin) => {
    const id = newId(begin + bin);
    insertAccount.run(id, `B-${bin}`, `B-${bin}`, 'bin', 1, `B-${bin}`);
    return id;
  });
  const [supplier, customer] = ['supplier', 'customer'].map((kind) => {
    const id = newId(begin);
    insertAccount.run(id, `OUT-${kind.toUpperCase()}`, kind, kind, 0, `OUT-${kind.toUpperCase()}`);
    return id;
  });
  fillLedger(raw, { parts, accounts, supplier: supplier ?? '', customer: customer ?? '', begin });
}

interface Ledger {
  readonly parts: readonly string[];
  readonly accounts: readonly string[];
  readonly supplier: string;
  readonly customer: string;
  readonly begin: number;
}

/** Three in, two out, over ten years; balances follow. Every unit is worth 10 yuan, so that values stay whole. */
function fillLedger(
  raw: BetterSqlite3.Database,
  { parts, accounts, supplier, customer, begin }: Ledger,
): void {
  const insert = raw.prepare(
    `INSERT INTO stock_movements (sequence, at, day, document_kind, document_id, document_number, line_id, part_id, from_account_id, to_account_id, quantity, value_fen, from_quantity_after, to_quantity_after, reverses_sequence, person_id)
     VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, 1000, 1000, ?, ?, NULL, NULL)`,
  );
  const balances = new Map<string, number>();
  const move = (accountId: string, partId: string, by: number) => {
    const at = `${partId}|${accountId}`;
    const after = (balances.get(at) ?? 0) + by;
    balances.set(at, after);
    return after;
  };
  const stepMs = (10 * 365 * 86_400_000) / bigBooks.movements;
  for (let sequence = 1; sequence <= bigBooks.movements; sequence += 1) {
    const slot = Math.floor(sequence / 5);
    const partId = parts[slot % bigBooks.ledgerParts] ?? '';
    const bin = accounts[(slot * 7) % accounts.length] ?? '';
    const comesIn = sequence % 5 < 3;
    const [from, to] = comesIn ? [supplier, bin] : [bin, customer];
    const at = begin + Math.floor(sequence * stepMs);
    const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
    const documentId = `d${String(slot).padStart(25, '0')}`;
    insert.run(
      sequence,
      at,
      day,
      comesIn ? 'receipt' : 'clearing',
      documentId,
      `RK-${slot}`,
      partId,
      from,
      to,
      move(from, partId, -1000),
      move(to, partId, 1000),
    );
  }
  const insertBalance = raw.prepare(
    'INSERT INTO stock_balances (account_id, part_id, inside, quantity, value_fen, last_sequence) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [at, quantity] of balances) {
    const [partId = '', accountId = ''] = at.split('|');
    insertBalance.run(
      accountId,
      partId,
      accounts.includes(accountId) ? 1 : 0,
      quantity,
      quantity,
      bigBooks.movements,
    );
  }
}
