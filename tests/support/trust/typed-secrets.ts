import { createHash } from 'node:crypto';
import { isContractProcedure } from '@orpc/contract';
import type { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { isSecret } from '#shared/contract/fields.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Chance } from './dose.ts';

/** A field of an input: the way to it, and what it takes. */
export interface InputField {
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  readonly isSecret: boolean;
}

/** A procedure and the fields of its input, as far as they have names. */
export interface AskedFields {
  readonly procedure: string;
  readonly fields: readonly InputField[];
}

/** Names that only a secret has. */
const secretNames =
  /passw|passphrase|passcode|^pin$|pin(code)?$|secret|token|recovery|credential|api_?key|^current$|^next$/i;

/** Every procedure of the contract with the fields it asks for, found by walking its schemas. */
export function askedFields(level: object = contract, path: readonly string[] = []): readonly AskedFields[] {
  return Object.entries(level).flatMap(([key, value]: [string, object]) => {
    const here = [...path, key];
    if (!isContractProcedure(value)) return askedFields(value, here);
    // Every procedure of the contract has an input, and it is made with zod.
    const schema = value['~orpc'].inputSchema as z.ZodType;
    return [{ procedure: here.join('.'), fields: fieldsBelow(schema, [], false) }];
  });
}

/** Whether a field is called as secrets are. */
export function soundsSecret({ path }: InputField): boolean {
  return secretNames.test(path.at(-1) ?? '');
}

function fieldsBelow(schema: z.ZodType, path: readonly string[], isMarked: boolean): readonly InputField[] {
  const marked = isMarked || isSecret(schema);
  // The library keeps here what a schema was made of, typed as its widest kind.
  const definition = schema._zod.def as unknown as Readonly<Record<string, unknown>>;
  const inner = ['innerType', 'in', 'left', 'right', 'element', 'valueType']
    .map((name) => definition[name])
    .concat(definition['options'] ?? [], definition['items'] ?? [])
    .filter((one) => one !== undefined && one !== null)
    // What stands under these names is a schema.
    .map((one) => one as z.ZodType);
  const shape = Object.entries((definition['shape'] ?? {}) as Readonly<Record<string, z.ZodType>>);
  const below = [
    ...shape.flatMap(([name, field]) => fieldsBelow(field, [...path, name], marked)),
    ...inner.flatMap((one) => fieldsBelow(one, path, marked)),
  ];
  return below.length > 0 ? below : [{ path, schema, isSecret: marked }];
}

/** Everything that somebody typed and nobody else may ever read, with the inputs it was sent in. */
export class TypedSecrets {
  readonly #chance: Chance;
  readonly #secrets = new Set<string>();
  readonly #inputs: unknown[] = [];

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  get count(): number {
    return this.#secrets.size;
  }

  /** A new password, long and strange enough to be found by accident nowhere. */
  password(): string {
    return this.#noted(`Zq${this.#digits(9)}-${this.#digits(9)}xK"秘`);
  }

  /** A new PIN of eight digits, none of them twice in a row. */
  pin(): string {
    return this.#noted(`97${this.#digits(6)}`);
  }

  /** Notes an input as it is sent, and returns it. */
  sent<Input>(input: Input): Input {
    this.#inputs.push(input);
    return input;
  }

  /** Everything that gives a secret away: the secret in the forms it may be written in, and whatever is quickly made of it. */
  traces(): ReadonlyMap<string, string> {
    const traces = new Map<string, string>();
    for (const secret of this.#secrets) {
      for (const form of formsOf(secret)) traces.set(form, `the secret itself, ${secret}`);
      for (const print of printsOf(secret)) traces.set(print, `a quick hash of ${secret}`);
    }
    for (const input of this.#inputs)
      for (const text of [canonicalJson(input), JSON.stringify(input)])
        for (const print of printsOf(text)) traces.set(print, `a quick hash of the input ${text}`);
    return traces;
  }

  #noted(secret: string): string {
    this.#secrets.add(secret);
    return secret;
  }

  #digits(count: number): string {
    let text = '';
    while (text.length < count) {
      const digit = String(this.#chance.between(0, 9));
      if (!text.endsWith(digit)) text += digit;
    }
    return text;
  }
}

/** What of the traces stands in a text or file, each as a sentence. */
export function found(traces: ReadonlyMap<string, string>, where: string, bytes: Buffer): readonly string[] {
  return [...traces].flatMap(([trace, what]) =>
    bytes.includes(trace, 0, 'latin1') ? [`${where}: ${what}`] : [],
  );
}

/** As UTF-8, UTF-16, JSON, address, hexadecimal and base64; all as bytes in latin1. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const whole = [
    bytes.toString('latin1'),
    Buffer.from(secret, 'utf16le').toString('latin1'),
    Buffer.from(JSON.stringify(secret).slice(1, -1)).toString('latin1'),
    encodeURIComponent(secret),
    bytes.toString('hex'),
    // The last signs depend on what follows.
    bytes.toString('base64').slice(0, -4),
  ];
  return [...new Set(whole)];
}

/** Hashes that take less than a thousandth of a second, with nothing or little added, in the forms they are kept in. */
function printsOf(text: string): readonly string[] {
  return ['md5', 'sha1', 'sha256', 'sha512'].flatMap((kind) => {
    const digest = createHash(kind).update(text).digest();
    return [
      digest.toString('latin1'),
      digest.toString('hex'),
      digest.toString('hex').toUpperCase(),
      digest.toString('base64').replace(/=+$/, ''),
      digest.toString('base64url'),
    ];
  });
}
