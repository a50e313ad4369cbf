// Holds electron-builder.yml against the schema of the electron-builder that is installed, and looks for the files it
// names. Every build does this, because it needs neither Windows nor Electron's runtime; by itself it runs as
//   node scripts/build-installer-check.ts [file]
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The settings of the installer, of which this check itself reads only these. */
export interface InstallerSettings {
  readonly win?: { readonly icon?: unknown } | undefined;
  readonly nsis?: { readonly installerIcon?: unknown; readonly uninstallerIcon?: unknown } | undefined;
}

/** Every fault of an electron-builder file of a project, in electron-builder's words; empty when there is none. */
export async function installerFaults(
  file: string,
  projectFolder: string = path.dirname(file),
): Promise<readonly string[]> {
  const settings = readInstallerSettings(file);
  return [...(await schemaFaults(settings)), ...missingFiles(settings, projectFolder)];
}

/** Reads a settings file with electron-builder's own reader. */
export function readInstallerSettings(file: string): InstallerSettings {
  const library = createRequire(builderRequire().resolve('app-builder-lib/package.json'));
  // The packages have no types at these paths.
  const yaml = library('js-yaml') as { readonly load: (text: string) => InstallerSettings };
  return yaml.load(readFileSync(file, 'utf8'));
}

async function schemaFaults(settings: InstallerSettings): Promise<readonly string[]> {
  // The packages have no types at these paths.
  const { validateConfiguration } = builderRequire()('app-builder-lib/out/util/config/config.js') as {
    readonly validateConfiguration: (
      settings: unknown,
      log: { readonly isEnabled: boolean },
    ) => Promise<void>;
  };
  try {
    // A copy, because electron-builder writes into what it checks.
    await validateConfiguration(structuredClone(settings), { isEnabled: false });
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function missingFiles({ win, nsis }: InstallerSettings, projectFolder: string): readonly string[] {
  const named = [win?.icon, nsis?.installerIcon, nsis?.uninstallerIcon].filter(
    (file) => typeof file === 'string',
  );
  const missing = [...new Set(named)].filter((file) => !existsSync(path.join(projectFolder, file)));
  return missing.map((file) => `missing file: ${file}`);
}

/** electron-builder's own parts, wherever npm has put them. */
function builderRequire(): NodeJS.Require {
  return createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
}

if (import.meta.main) {
  const projectFolder = path.dirname(import.meta.dirname);
  const file = process.argv[2] ?? path.join(projectFolder, 'electron-builder.yml');
  const faults = await installerFaults(file, projectFolder);
  for (const fault of faults) console.error(fault);
  console.log(
    `${path.basename(file)}: ${faults.length === 0 ? 'fits the schema' : 'does not fit the schema'} of electron-builder`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
