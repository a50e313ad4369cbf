import { z } from 'zod';
import { permissions } from '../domain/permissions.ts';
import { withoutInvisible } from '../domain/invisible.ts';
import * as field from './fields.ts';
import { act, actInput, editInput, question, saved } from './procedures.ts';

const signInName = () => field.requiredLine(40);
/** A password that is about to be set. */
const password = () => field.secret(z.string().min(8).max(200));
/** A password or PIN as somebody types it to prove who they are. */
const typedSecret = (longest = 400) => field.secret(z.string().max(longest));
const pin = () => field.secret(z.string().regex(/^\d{4,8}$/));

/** The person signed in, as their page needs to know them. */
export const sessionPerson = z.object({
  personId: field.id('person'),
  name: z.string(),
  signInName: z.string(),
  roles: z.array(z.string()),
  permissions: z.array(z.enum(permissions)),
  hasPin: z.boolean(),
});

/** A session just begun. The token goes into the `authorization: Bearer …` header of every further call. */
export const begunSession = z.object({ token: z.string(), person: sessionPerson });

const firm = {
  name: field.requiredLine(60),
  department: field.line(60),
  telephone: field.telephone(),
  address: field.line(120),
};

/** Signing in, changing hands, signing out; the first start. */
export const sessionContract = {
  /** Whether a firm and a first admin exist, and who can sign in here by PIN. */
  status: question('anyone').output(
    z.object({
      setUp: z.boolean(),
      firmName: z.string(),
      version: z.string(),
      engine: z.enum(['sqlite', 'postgres']),
    }),
  ),
  setUp: act('anyone')
    .input(
      actInput({
        firm: z.strictObject(firm),
        admin: z.strictObject({
          signInName: signInName(),
          name: field.requiredLine(40),
          password: password(),
        }),
      }),
    )
    .output(saved),
  signIn: question('anyone')
    .input(
      z.strictObject({
        signInName: z
          .string()
          .max(80)
          .transform((text) => withoutInvisible(text)),
        password: typedSecret(),
        device: field.line(80),
      }),
    )
    .output(begunSession),
  /** Changes hands at a shared PC: the session of whoever is there goes on locked or ends; PIN instead of password. */
  signInByPin: question('signedIn')
    .input(z.strictObject({ personId: field.id('person'), pin: typedSecret(20), device: field.line(80) }))
    .output(begunSession),
  me: question('signedIn').output(sessionPerson),
  /** Those who can take over at this PC by PIN. */
  colleagues: question('signedIn').output(
    z.array(
      z.object({
        personId: field.id('person'),
        name: z.string(),
        hasPin: z.boolean(),
        findable: field.findable(),
      }),
    ),
  ),
  signOut: question('signedIn').output(z.object({})),
  changePassword: act('signedIn')
    .input(actInput({ current: typedSecret(), next: password() }))
    .output(z.object({})),
  setPin: act('signedIn')
    .input(actInput({ password: typedSecret(), pin: pin().nullable() }))
    .output(z.object({})),
};

const personFields = {
  signInName: signInName(),
  name: field.requiredLine(40),
  roles: z.array(field.roleCode()).min(1).max(100),
  active: z.boolean(),
};

export const personRow = z.object({
  id: field.id('person'),
  signInName: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  active: z.boolean(),
  version: z.number(),
  findable: field.findable(),
});

/** A role: what its holders may do. */
export const roleRow = z.object({
  code: z.string(),
  /** Empty for a role of the preset that bears the name the program has for it. */
  name: z.string(),
  isPreset: z.boolean(),
  permissions: z.array(z.enum(permissions)),
  active: z.boolean(),
  version: z.number(),
});

/** The people who work with the program. */
export const peopleContract = {
  list: question('signedIn').output(z.array(personRow)),
  create: act('people.edit')
    .input(actInput({ ...personFields, password: password() }))
    .output(saved),
  /** Setting somebody inactive who owns open cases names their next owner, or null for cases without one. */
  edit: act('people.edit')
    .input(editInput({ ...personFields, newCaseOwnerId: field.id('person').nullable().optional() }))
    .output(saved),
  resetPassword: act('people.edit')
    .input(editInput({ password: password() }))
    .output(saved),
  listRoles: question('signedIn').output(z.array(roleRow)),
  /**
   * Changes what a role may do, or adds a role of the firm. `permissions` is everything that it may do afterwards. A role of
   * the preset may be without a name: it bears the one that the program has for it.
   */
  saveRole: act('people.edit')
    .input(
      actInput({
        code: field.roleCode().nullable(),
        version: field.versionOrZero(),
        name: field.line(40),
        permissions: z.array(z.enum(permissions)).max(permissions.length),
        active: z.boolean(),
      }),
    )
    .output(z.object({ code: z.string(), version: z.number() })),
  deputies: question('signedIn').output(
    z.array(
      z.object({
        id: field.id('deputy'),
        personId: field.id('person'),
        personName: z.string(),
        deputyId: field.id('person'),
        deputyName: z.string(),
        fromDay: z.string(),
        untilDay: z.string(),
      }),
    ),
  ),
  nameDeputy: act('requisitions.approve')
    .input(actInput({ deputyId: field.id('person'), fromDay: field.day(), untilDay: field.day() }))
    .output(z.object({ id: field.id('deputy') })),
  endDeputy: act('requisitions.approve')
    .input(actInput({ id: field.id('deputy') }))
    .output(z.object({})),
};
