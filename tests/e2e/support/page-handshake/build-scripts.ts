import path from 'node:path';
import { loadConfigFromFile, PreloadConfigFactory } from 'electron-vite';
import { build, mergeConfig, type InlineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The doorway exactly as the program's own build makes it. */
export async function builtPreload(): Promise<string> {
  const configFile = path.join(root, 'electron.vite.config.ts');
  const { config } = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    configFile,
    root,
    'error',
  );
  const preload = await new PreloadConfigFactory(config.preload ?? {}, {}, { root }).build();
  return onlyFile(
    mergeConfig(preload, { root, configFile: false, logLevel: 'error', build: { write: false } }),
  );
}

/** One of the scripts of this folder, for the page. */
export function builtScript(name: string): Promise<string> {
  return onlyFile({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: path.join(import.meta.dirname, name), output: { format: 'iife' } },
    },
  });
}

async function onlyFile(config: InlineConfig): Promise<string> {
  const built = await build(config);
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [file, ...more] = outputs;
  if (file?.type !== 'chunk' || more.length > 0)
    throw new Error(`built ${outputs.length} files instead of one`);
  return file.code;
}
