import { peopleContract } from '#shared/contract/people.contract.ts';
import { acting, actingAfter, reading, routesOf } from '../../api/routes.ts';
import { editPersonWithCases } from '../cases/cases.owners.service.ts';
import { hashNewPassword } from './passwords.ts';
import { listDeputies, listPeople, signInNameOf } from './people.queries.ts';
import { listRoles } from './roles.queries.ts';
import { saveRole } from './roles.service.ts';
import { createPerson, endDeputy, nameDeputy, resetPassword } from './people.service.ts';

const at = routesOf(peopleContract);

/** The people who work with the program. */
export const peopleRoutes = {
  list: at.list.handler(reading(listPeople)),
  create: at.create.handler(
    actingAfter((_, input) => hashNewPassword(input.password, input.signInName), createPerson),
  ),
  edit: at.edit.handler(acting(editPersonWithCases)),
  resetPassword: at.resetPassword.handler(
    actingAfter(
      async (call, { id, password }) =>
        hashNewPassword(password, await call.read((tx) => signInNameOf(tx, id))),
      resetPassword,
    ),
  ),
  listRoles: at.listRoles.handler(reading(listRoles)),
  saveRole: at.saveRole.handler(acting(saveRole)),
  deputies: at.deputies.handler(reading(listDeputies)),
  nameDeputy: at.nameDeputy.handler(acting(nameDeputy)),
  endDeputy: at.endDeputy.handler(acting(endDeputy)),
};
