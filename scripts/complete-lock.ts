// `npm run lock:complete`, after a package was added: names in package-lock.json the binaries of other systems that npm
// left out because its registry did not offer them. Without these entries `npm ci` refuses the lock file everywhere;
// with them it fetches only the one of the system it runs on.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The part of package-lock.json that this is about: packages by the folder they are installed in. */
export interface Lock {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockFile = new URL('../package-lock.json', import.meta.url);

/** The optional packages that a lock file asks for and does not name, by the folder they would be installed in. */
export function missingFromLock({ packages }: Lock): Readonly<Record<string, LockedPackage>> {
  const missing: Record<string, LockedPackage> = {};
  for (const [place, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isNamed = packages[`${place}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
      if (!isNamed) missing[`node_modules/${name}`] = entryFor(name, version, dev);
    }
  }
  return missing;
}

/** A package named after its system, as in `@oxlint/binding-linux-arm64-musl`. */
function entryFor(name: string, version: string, dev: boolean): LockedPackage {
  const named = /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name);
  const [, os, cpu, abi = ''] = named ?? [];
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+\S*$/.test(version)) {
    throw new Error(`${name}@${version}: this name does not tell its system, or the version is not exact.`);
  }
  const libc = abi.startsWith('gnu') ? ['glibc'] : abi.startsWith('musl') ? ['musl'] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && os === 'linux' && { libc }),
    optional: true,
    os: [os],
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lock: Lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  const missing = missingFromLock(lock);
  const [itself, ...others] = Object.entries({ ...lock.packages, ...missing });
  if (itself)
    lock.packages = Object.fromEntries([
      itself,
      ...others.sort(([one], [other]) => one.localeCompare(other, 'en')),
    ]);
  const places = Object.keys(missing);
  if (places.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(places.length > 0 ? places.join('\n') : 'The lock file is complete.');
}
