import { z } from 'zod';
import { isDay } from '../domain/days.ts';
import { largestFileBytes } from '../domain/files.ts';
import { idPattern, type Id } from '../domain/ids.ts';
import { largestAmountFen } from '../domain/money.ts';
import { largestQuantity } from '../domain/quantities.ts';

/*
 * The bounds of every kind of field, in one place. What a person types is trimmed and brought to Unicode's composed
 * form; characters that no keyboard makes (NUL, control, lone surrogates, direction marks) are refused.
 */

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused here
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

const cleanText = (longest: number) =>
  z
    .string()
    .max(longest * 2)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(longest)
        .refine((text) => text.isWellFormed() && !unwanted.test(text), {
          params: { code: 'unwantedCharacters' },
        }),
    );

/** The identity of a record. */
export const id = <Kind extends string>() =>
  z
    .string()
    .regex(idPattern)
    .transform((text): Id<Kind> => text);

/** One line of text, at most `longest` characters, which may be empty. */
export const line = (longest = 100) =>
  cleanText(longest).refine((text) => !/[\n\r]/.test(text), { params: { code: 'oneLine' } });

/** One line of text that says something. */
export const requiredLine = (longest = 100) =>
  line(longest).refine((text) => text !== '', { params: { code: 'required' } });

/** Free text of several lines, which may be empty. */
export const prose = (longest = 4000) => cleanText(longest);

/** Free text that says something; a reason, above all. */
export const requiredProse = (longest = 4000) =>
  prose(longest).refine((text) => text !== '', { params: { code: 'required' } });

/** A quantity above zero, in thousandths. */
export const quantity = () => z.int().min(1).max(largestQuantity);
/** A quantity that may be zero, in thousandths. */
export const quantityOrZero = () => z.int().min(0).max(largestQuantity);
/** Money of zero or more, in fen. */
export const fen = () => z.int().min(0).max(largestAmountFen);
/** A calendar day YYYY-MM-DD between 1970 and 2199. */
export const day = () =>
  z.string().refine((text) => isDay(text) && text >= '1970-01-01' && text < '2200-01-01', {
    params: { code: 'day' },
  });
/** A point in time, UTC milliseconds, between 1970 and 2199. */
export const moment = () => z.int().min(0).max(7_258_118_400_000);
/** Kilometres on a counter. */
export const kilometres = () => z.int().min(0).max(9_999_999);
/** Hours on a counter. */
export const operatingHours = () => z.int().min(0).max(999_999);
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
/** Everything a row that people choose is found by: its words, their pinyin and initials, each on a line. */
export const findable = () => z.string();
/** A file, at most 20 MB. */
export const file = () => z.file().max(largestFileBytes).min(1);
