import { parseArgs } from 'node:util';
import { StartFailure } from '../start-failure.ts';

/** What the office server is told. */
export interface ServerArguments {
  readonly dataFolder: string;
  readonly port: number;
  readonly postgresUrl: string | undefined;
  /** Whether an office may begin where no books are. */
  readonly mayBegin: boolean;
  /** The sample to fill empty books with. */
  readonly sample: 'small' | 'full' | undefined;
}

const usage = 'office-server --data DIR [--new] [--port N] [--postgres URL] [--sample [--small]]';

/** Reads the parameters of the command line. Throws StartFailure when they say nothing that can be done. */
export function serverArguments(given: readonly string[]): ServerArguments {
  const values = parsed(given);
  if (!values.data) throw wrong('--data');
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) throw wrong(`--port ${values.port}`);
  if (values.postgres !== undefined && !/^postgres(ql)?:\/\/./.test(values.postgres))
    throw wrong('--postgres');
  return {
    dataFolder: values.data,
    port,
    postgresUrl: values.postgres,
    mayBegin: values.new || values.sample,
    sample: values.sample ? (values.small ? 'small' : 'full') : undefined,
  };
}

function parsed(given: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        data: { type: 'string' },
        new: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        postgres: { type: 'string' },
        sample: { type: 'boolean', default: false },
        small: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    const named = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new StartFailure('badArguments', { argument: named ?? given.join(' '), usage }, error);
  }
}

function wrong(argument: string): StartFailure {
  return new StartFailure('badArguments', { argument, usage });
}
