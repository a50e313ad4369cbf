import { theProgram, type Actor } from '#shared/domain/actor.ts';
import { presetPermissionsOf } from '#shared/domain/permissions.ts';
import type { PresetRole } from '#shared/domain/roles.ts';
import type { Database, WriteTx } from '../../database/database.ts';
import type { Chance } from './chance.ts';
import type { SampleAgenda } from './sample-agenda.ts';

/** Somebody of the sample, as who acts in it. */
export interface SamplePerson extends Actor {
  readonly personId: string;
}

/** What the sample is written through: the services, by its own people, at times that have passed. */
export interface SampleBooks {
  readonly chance: Chance;
  readonly database: Database;
  readonly people: Map<string, SamplePerson>;
  /** Does something in the name of somebody, at a moment of the past. */
  at<Result>(moment: number, person: Actor, work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
}

/** Opens the way through which the sample is written. */
export function sampleBooks(database: Database, chance: Chance): SampleBooks {
  return {
    chance,
    database,
    people: new Map(),
    at: (moment, person, work) => database.write(person, (tx) => work({ ...tx, actor: person, now: moment })),
  };
}

/** The same books, written in turn: every act waits for its moment on the agenda. */
export function inTurn(books: SampleBooks, agenda: SampleAgenda): SampleBooks {
  return {
    ...books,
    at: async (moment, person, work) => {
      await agenda.until(moment);
      return books.at(agenda.now, person, work);
    },
  };
}

/** Somebody by the name they sign in with; the program while they do not exist yet. */
export function personOf(books: SampleBooks, signInName: string): Actor {
  return books.people.get(signInName) ?? theProgram;
}

/** An actor with what their roles allow. */
export function actorOf(personId: string, name: string, roles: readonly PresetRole[]): SamplePerson {
  return { personId, name, roles, permissions: presetPermissionsOf(roles) };
}
