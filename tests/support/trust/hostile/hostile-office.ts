import { rmSync } from 'node:fs';
import { theProgram } from '#shared/domain/actor.ts';
import { presetRoles } from '#shared/domain/roles.ts';
import { startHost } from '#host/host.ts';
import { hashPassword, useCheapHashes } from '#host/modules/people/passwords.ts';
import { createPerson } from '#host/modules/people/people.service.ts';
import { watchLoop } from './loop-watch.ts';

/*
 * A host in a process of its own, so that it can crash and stall alone. Its people are one of each role, and one who has
 * all of them. Told anything by its parent, it says what it has seen of itself.
 */

/** What the process says of itself. */
export interface OfficeTold {
  readonly longestStallMs: number;
  /** What it computed, all threads together. */
  readonly computedMs: number;
  /** What reached nobody: unhandled rejections and uncaught exceptions. */
  readonly unhandled: readonly string[];
  /** Names that hang on the prototypes which everything shares and did not at the start. */
  readonly polluted: readonly string[];
}

const [dataFolder = ''] = process.argv.slice(2);
const unhandled: string[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(`rejection: ${told(reason)}`));
process.on('uncaughtException', (error) => unhandled.push(`exception: ${told(error)}`));

useCheapHashes();
// A clock that stands: nothing is written because time passes.
const startedAt = Date.now();
const host = await startHost({ dataFolder, clock: () => startedAt });
const passwordHash = await hashPassword('the password');
const everybody = [
  ...presetRoles.map((role) => [role, [role]] as const),
  ['everything', presetRoles] as const,
];
for (const [name, held] of everybody) {
  await host.parts.database.write(theProgram, (tx) =>
    createPerson(tx, passwordHash, { signInName: name, name, roles: held, active: true }),
  );
}
const server = await host.serveHttp({ port: 0 });
const namesBefore = new Set(sharedNames());
const loop = watchLoop();

process.on('message', () => {
  const polluted = sharedNames().filter((name) => !namesBefore.has(name));
  const { user, system } = process.cpuUsage();
  const computedMs = Math.round((user + system) / 1000);
  process.send?.({ ...loop.figures(), computedMs, unhandled, polluted } satisfies OfficeTold);
});
process.on('disconnect', () => {
  rmSync(dataFolder, { recursive: true, force: true });
  process.exit();
});
process.send?.({ address: server.address, startedAt });

function sharedNames(): readonly string[] {
  return [Object, Array, Function, String, Number].flatMap((kind) =>
    Object.getOwnPropertyNames(kind.prototype).map((name) => `${kind.name}.${name}`),
  );
}

function told(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
