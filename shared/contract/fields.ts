import { z } from 'zod';
import { isDay } from '../domain/days.ts';
import { largestFileBytes, mediaTypes, sheetMediaType } from '../domain/files.ts';
import { idPattern, type Id } from '../domain/ids.ts';
import { saysSomething, withoutInvisible } from '../domain/invisible.ts';
import { largestAmountFen } from '../domain/money.ts';
import { largestQuantity } from '../domain/quantities.ts';

/*
 * The bounds of every kind of field, in one place. What a person types is trimmed and brought to Unicode's composed
 * form; invisible characters that come along with a copied text (direction marks, zero-width characters) are taken out,
 * others that no keyboard makes (NUL, control, lone surrogates) are refused.
 */

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused here
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/**
 * What the description of the interface says of a field in place of what zod's checks say: the length of a text as it is
 * kept and not as it may come, the kind of record behind an id, the kinds of a file.
 */
const described = (json: Readonly<Record<string, unknown>>) => ({ json });

const fileOf = (types: readonly string[]) => {
  const [only, ...others] = types.map((contentMediaType) => ({ type: 'string', contentMediaType }));
  return others.length === 0 ? { ...only } : { anyOf: [only, ...others] };
};

const cleanText = (longest: number, lineEnd = '') =>
  z
    .string()
    .max(longest * 2)
    .transform((text) => withoutInvisible(text, lineEnd).normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(longest)
        .refine((text) => text.isWellFormed() && !unwanted.test(text), {
          params: { code: 'unwantedCharacters' },
        }),
    )
    .meta(described({ type: 'string', maxLength: longest }));

/** The identity of a record of a kind; without one, of a record whose kind is told beside it. */
export const id = <Kind extends string>(kind?: Kind) =>
  z
    .string()
    .regex(idPattern)
    .transform((text): Id<Kind> => text)
    .meta(
      described({
        type: 'string',
        pattern: idPattern.source,
        title: kind === undefined ? 'id' : `${kind}Id`,
        description:
          kind === undefined
            ? 'Identifies a record; its kind is told beside it.'
            : `Identifies one ${kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`,
      }),
    );

/** The code of a role: the name of a preset role, or the id of a role that the firm added. */
export const roleCode = () =>
  z
    .string()
    .regex(/^[a-z0-9]{1,40}$/)
    .meta({ title: 'roleCode', description: 'Identifies one role; `people.listRoles` tells the codes.' });

/** One line of text, at most `longest` characters, which may be empty. */
export const line = (longest = 100) =>
  cleanText(longest).refine((text) => !/[\n\r]/.test(text), { params: { code: 'oneLine' } });

/** One line of text that says something. */
export const requiredLine = (longest = 100) =>
  line(longest)
    .refine(saysSomething, { params: { code: 'required' } })
    .meta(described({ type: 'string', minLength: 1, maxLength: longest }));

/** Free text of several lines, which may be empty. */
export const prose = (longest = 4000) => cleanText(longest, '\n');

/** Free text that says something; a reason, above all. */
export const requiredProse = (longest = 4000) =>
  prose(longest)
    .refine(saysSomething, { params: { code: 'required' } })
    .meta(described({ type: 'string', minLength: 1, maxLength: longest }));

/** A quantity above zero, in thousandths. */
export const quantity = () => z.int().min(1).max(largestQuantity);
/** A quantity that may be zero, in thousandths. */
export const quantityOrZero = () => z.int().min(0).max(largestQuantity);
/** Money of zero or more, in fen. */
export const fen = () => z.int().min(0).max(largestAmountFen);
/** A calendar day YYYY-MM-DD between 1970 and 2199. */
export const day = () =>
  z
    .string()
    .refine((text) => isDay(text) && text >= '1970-01-01' && text < '2200-01-01', { params: { code: 'day' } })
    .meta(described({ type: 'string', format: 'date' }));
/** A point in time, UTC milliseconds, between 1970 and 2199. */
export const moment = () => z.int().min(0).max(7_258_118_400_000);
/** Kilometres on a counter. */
export const kilometres = () => z.int().min(0).max(9_999_999);
/** Hours on a counter. */
export const operatingHours = () => z.int().min(0).max(999_999);
/** Set when somebody was asked about a reading far beyond the usual pace, and stands by it. */
export const readingConfirmed = () => z.boolean().optional();
/** The version of a record that the editor saw. */
export const version = () => z.int().min(1).max(2_147_483_647);
/** The same, or 0 for what was never saved. */
export const versionOrZero = () => z.int().min(0).max(2_147_483_647);
/** A whole number that counts. */
export const count = (largest = 1_000_000) => z.int().min(0).max(largest);
/** A telephone number as typed: digits, +, spaces, dashes, brackets. */
export const telephone = () =>
  line(40).refine((text) => /^[-+\d\s()#*转,;]*$/.test(text.normalize('NFKC')), {
    params: { code: 'telephone' },
  });

const secretFields = new WeakSet<z.ZodType>();

/** Marks a field that only the person may know, as a password: nothing that is kept is made of it. Marks come last. */
export function secret<Schema extends z.ZodType>(schema: Schema): Schema {
  secretFields.add(schema);
  return schema;
}

/** Whether the field was marked as a secret. */
export function isSecret(schema: z.ZodType): boolean {
  return secretFields.has(schema);
}

/** Everything a row that people choose is found by: its words, their pinyin and initials, each on a line. */
export const findable = () => z.string();
/** A file that is taken in, at most 20 MB. */
export const file = () =>
  z
    .file()
    .max(largestFileBytes)
    .min(1)
    .meta(described(fileOf(mediaTypes)));
/** A file that was taken in once. */
export const keptFile = () => z.file().meta(described(fileOf(mediaTypes)));
/** A paper. */
export const pdf = () => z.file().meta(described(fileOf(['application/pdf'])));
/** A list as an Excel file. */
export const sheet = () => z.file().meta(described(fileOf([sheetMediaType])));
