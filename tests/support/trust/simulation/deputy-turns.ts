import { dayText } from './office-model.ts';
import { firstOf, somebody, turn, type Turn, type World } from './turns.ts';

const dayMs = 86_400_000;

/** Somebody who may decide, mostly, names a colleague to stand in from about now on. */
export function nameDeputy(world: World): Turn {
  const { chance, model, people } = world;
  const who = somebody(world, 'decide');
  // Mostly somebody to whom it makes a difference, and whose own matters are few.
  const deputy = chance.percent(70)
    ? chance.oneOf(['warehouse', 'quality'] as const)
    : chance.oneOf([...people.keys()]);
  const from = world.now() + chance.between(-1, 2) * dayMs;
  const fromDay = dayText(from);
  const untilDay = dayText(from + chance.between(chance.percent(10) ? -1 : 0, 9) * dayMs);
  const isGoneBy = untilDay < dayText(world.now());
  return turn(
    'name deputy',
    who,
    firstOf(
      // What is lent to somebody they do not lend on.
      [!model.may(who, 'decide') || model.isDeputy(who), 'NOT_PERMITTED'],
      [untilDay < fromDay || isGoneBy, 'DAY_NOT_OPEN'],
      [deputy === who, 'NOT_FOUND'],
    ),
    (client, operationId) =>
      client.people.nameDeputy({ operationId, deputyId: people.get(deputy) ?? '', fromDay, untilDay }),
    ({ id }) => model.deputies.push({ id, person: who, deputy, fromDay, untilDay, isEnded: false }),
  );
}

/** Somebody ends a naming, mostly their own, before its time. */
export function endDeputy(world: World): Turn | undefined {
  const { chance, model } = world;
  const late = model.deputies.slice(-10);
  if (late.length === 0) return undefined;
  const naming = chance.oneOf(late);
  const who = chance.percent(75) ? naming.person : somebody(world, 'decide');
  return turn(
    'end deputy',
    who,
    firstOf(
      [!model.may(who, 'decide'), 'NOT_PERMITTED'],
      [naming.person !== who || naming.isEnded, 'NOT_FOUND'],
    ),
    (client, operationId) => client.people.endDeputy({ operationId, id: naming.id }),
    () => (naming.isEnded = true),
  );
}
