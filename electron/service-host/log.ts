/**
 * What a supporter needs to know. Goes to standard error as one line of JSON each; holds ids and codes, never what
 * people typed.
 */
export const log = {
  info: (event: string, facts: Record<string, unknown> = {}) => write('info', event, facts),
  warn: (event: string, facts: Record<string, unknown> = {}) => write('warn', event, facts),
  error: (event: string, facts: Record<string, unknown> = {}) => write('error', event, facts),
};

function write(level: string, event: string, facts: Record<string, unknown>): void {
  const told = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, plain(value)]));
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...told })}\n`);
}

/** Of an error: its name, where it arose, its causes. Messages of the engines can quote rows and are cut to their code. */
function plain(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const code: unknown = 'code' in value ? value.code : undefined;
  const frames = value.stack
    ?.split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 6);
  const ours = value.name === 'AssertionFailure' || value.name === 'TypeError';
  return {
    name: value.name,
    code,
    message: ours ? value.message : undefined,
    frames,
    cause: plain(value.cause),
  };
}
