import type { peopleContract, sessionContract } from '../people.contract.ts';
import { editing, idOf, type ManualOf } from './manual.ts';

const person = { signInName: 'sunli', name: '孙丽', roles: ['clerk' as const], active: true };

export const sessionManual = {
  status: { summary: 'Whether a firm is set up, its name, and the version of the program.', example: {} },
  setUp: {
    summary: 'Sets up the firm with its first administrator, once.',
    example: {
      firm: { name: '江南客车', department: '售后服务部', telephone: '400-820-0000', address: '' },
      admin: { signInName: 'admin', name: '管理员', password: 'correct horse battery' },
    },
    gives: 'person',
  },
  signIn: {
    summary: 'Begins a session; its token goes into the Authorization header of every further call.',
    example: { signInName: 'wangxm', password: 'shouhou-desk', device: 'ERP' },
  },
  signInByPin: {
    summary: 'Hands the session over to a colleague, who gives a PIN.',
    example: { personId: idOf('person'), pin: '1234', device: 'ERP' },
  },
  me: { summary: 'The person of the session, with roles and permissions.', example: {} },
  colleagues: { summary: 'Those who can take over a session, and who of them has a PIN.', example: {} },
  signOut: { summary: 'Ends the session.', example: {} },
  changePassword: {
    summary: 'Changes the own password.',
    example: { current: 'shouhou-desk', next: 'correct horse battery' },
  },
  setPin: {
    summary: 'Sets the own PIN, or removes it with null.',
    example: { password: 'shouhou-desk', pin: '4821' },
  },
} as const satisfies ManualOf<typeof sessionContract>;

export const peopleManual = {
  list: { summary: 'Everybody who works or worked with the program.', example: {} },
  create: {
    summary: 'Adds a person with roles and a first password.',
    example: { ...person, password: 'correct horse battery' },
    gives: 'person',
  },
  edit: {
    summary: 'Changes the name, roles and state of a person; changed roles end their sessions.',
    example: { ...editing('person'), ...person },
  },
  resetPassword: {
    summary: 'Gives a person a new password and ends their sessions.',
    example: { ...editing('person'), password: 'correct horse battery' },
  },
  listRoles: { summary: 'The roles of the firm, and everything that each of them may do.', example: {} },
  saveRole: {
    summary:
      'Adds a role, or changes the name and the permissions of one; it counts at once, for open sessions too.',
    example: {
      code: null,
      version: 0,
      name: '派工员',
      permissions: ['cases.view', 'cases.edit'],
      active: true,
    },
  },
  deputies: { summary: 'Who approves in whose place, and on which days.', example: {} },
  nameDeputy: {
    summary: 'Names who approves in the own place from one day until another.',
    example: { deputyId: idOf('person'), fromDay: '2026-12-01', untilDay: '2026-12-05' },
  },
  endDeputy: { summary: 'Ends a deputyship before its last day.', example: { id: idOf('deputy') } },
} as const satisfies ManualOf<typeof peopleContract>;
