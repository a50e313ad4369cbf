import { sessionContract } from '#shared/contract/people.contract.ts';
import { actingAfter, reading, routesOf } from '../../api/routes.ts';
import { sessionStatus, setUpFirm } from '../first-start/first-start.service.ts';
import { hashNewPassword, hashPassword, refuseWeakPassword, refuseWeakPin } from './passwords.ts';
import { listColleagues, sessionPerson, signInNameOf } from './people.queries.ts';
import { setOwnSecret } from './people.service.ts';
import { confirmOwnPassword, endSessions, signIn, SignInGate } from './sessions.service.ts';

const at = routesOf(sessionContract);
const gate = new SignInGate();

/** Signing in, changing hands, signing out; the first start. */
export const sessionRoutes = {
  status: at.status.handler(({ context }) =>
    context.read((tx) => sessionStatus(tx, context.parts.programVersion)),
  ),
  setUp: at.setUp.handler(
    actingAfter((_, input) => hashNewPassword(input.admin.password, input.admin.signInName), setUpFirm),
  ),
  signIn: at.signIn.handler(async ({ context, input }) => {
    const told = { signInBy: 'password', device: input.device } as const;
    const begun = await gate.run(() => signIn(context.parts.database, input, input.password, told));
    return { token: begun.token, person: await context.read((tx) => sessionPerson(tx, begun.personId)) };
  }),
  signInByPin: at.signInByPin.handler(async ({ context, input }) => {
    const told = { signInBy: 'pin', device: input.device, signedInId: context.personId } as const;
    const begun = await signIn(context.parts.database, input, input.pin, told);
    await context.write((tx) => endSessions(tx, { sessionId: context.sessionId }));
    return { token: begun.token, person: await context.read((tx) => sessionPerson(tx, begun.personId)) };
  }),
  me: at.me.handler(({ context }) => context.read((tx) => sessionPerson(tx, context.personId))),
  colleagues: at.colleagues.handler(reading(listColleagues)),
  signOut: at.signOut.handler(async ({ context }) => {
    await context.write((tx) => endSessions(tx, { sessionId: context.sessionId }));
    return {};
  }),
  changePassword: at.changePassword.handler(
    actingAfter(async (call, input) => {
      refuseWeakPassword(input.next, await call.read((tx) => signInNameOf(tx, call.personId)));
      await confirmOwnPassword(call.parts.database, call, input.current);
      return { passwordHash: await hashPassword(input.next) };
    }, setOwnSecret),
  ),
  setPin: at.setPin.handler(
    actingAfter(async (call, input) => {
      if (input.pin !== null) refuseWeakPin(input.pin);
      await confirmOwnPassword(call.parts.database, call, input.password);
      return { pinHash: input.pin === null ? null : await hashPassword(input.pin) };
    }, setOwnSecret),
  ),
};
