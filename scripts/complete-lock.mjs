// `npm run lock:complete`, after a package was added: names in package-lock.json the binaries of other systems that npm
// left out because its registry did not offer them. Without these entries `npm ci` refuses the lock file everywhere;
// with them it fetches only the one of the system it runs on.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const lockFile = new URL('../package-lock.json', import.meta.url);

/** The optional packages that `lock` asks for and does not name, as [place, entry]. */
export function missingFromLock(lock) {
  return Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !lock.packages[`${place}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
      .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, dev)]),
  );
}

/** A package named after its system, as in `@oxlint/binding-linux-arm64-musl`. */
function entryFor(name, version, dev) {
  const named = /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name);
  if (!named || !/^\d+\.\d+\.\d+\S*$/.test(version)) {
    throw new Error(`${name}@${version}: this name does not tell its system, or the version is not exact.`);
  }
  const [, os, cpu, abi = ''] = named;
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
  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  const missing = missingFromLock(lock);
  const [itself, ...others] = Object.entries(lock.packages);
  const sorted = [...others, ...missing].sort(([one], [other]) => one.localeCompare(other, 'en'));
  lock.packages = Object.fromEntries([itself, ...sorted]);
  if (missing.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(missing.length > 0 ? missing.map(([place]) => place).join('\n') : 'The lock file is complete.');
}
