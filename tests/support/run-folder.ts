import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run, for what its test files make once and share. */
    runFolder: string;
  }
}

// Used by vitest as a global set-up, which wants a default export or these two names.

let folder: string | undefined;

/** Makes the folder of the run. */
export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'test-run-'));
  project.provide('runFolder', folder);
}

/** Removes it. */
export function teardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
