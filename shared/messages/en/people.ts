import type { people as chinese } from '../zh-CN/people.ts';

/** The people who work with the program, and who stands in for whom. */
export const people = {
  people: 'People',
  empty: 'Nobody else yet. Press F9 to add somebody with a sign-in name and a password.',
  choose: 'Choose somebody on the left, or press F9 to add a person.',
  chooseToSee: 'Choose somebody on the left.',
  create: 'Add a person',
  name: 'Name',
  signInName: 'Sign-in name',
  roles: 'Roles',
  rolesNote: 'Space chooses, arrows go on. Several roles add up; after a change the person signs in again.',
  active: 'Active',
  inactive: 'Inactive',
  password: 'Password',
  passwordNote:
    'At least 8 characters; no sign-in name, nothing common, repeated or in a row. The person should change it after signing in.',
  created: '{name} added',
  saved: 'Saved; the person has to sign in again',
  resetPassword: 'Reset the password',
  resetPasswordNote: 'Signs the person out everywhere and removes their PIN.',
  newPassword: 'New password',
  passwordSet: 'The password is reset',
  deputies: 'Deputies',
  deputiesNote:
    'Approve in the place of somebody who is away, on these days. Nobody approves what is their own.',
  deputiesEmpty: 'No deputy is named. A leader who goes away can name one below.',
  deputyOf: 'Leader',
  deputy: 'Deputy',
  fromDay: 'From',
  untilDay: 'Until',
  nameDeputy: 'Name a deputy',
  deputyNamed: '{name} is named as deputy',
  endDeputy: 'End',
  you: 'you',
} as const satisfies Record<keyof typeof chinese, string>;
