import { readMessageToHost } from '#shared/desktop/host-process-messages.ts';
import type { HostProcessSettings, MessageFromHost } from '#shared/desktop/host-process-messages.ts';
import { startHost } from '../host.ts';
import type { Host } from '../host.ts';
import { StartFailure } from '../start-failure.ts';

/** The part of Electron's `process.parentPort` through which the shell speaks to this process. */
export interface ShellPort {
  on(
    event: 'message',
    listener: (message: { readonly data: unknown; readonly ports: readonly PagePort[] }) => void,
  ): unknown;
  postMessage(message: MessageFromHost): void;
}

/** A port of a page as Electron hands it over: it holds its messages back until it is started. */
export type PagePort = Parameters<Host['servePort']>[0] & { start(): void };

/** The part of the service host that this entry uses. */
export type ServedHost = Pick<Host, 'servePort' | 'close'>;

/** What the entry needs from the world around it. */
export interface HostProcessOptions {
  readonly shell: ShellPort;
  readonly startHost: (settings: HostProcessSettings) => Promise<ServedHost>;
  readonly exit: (code: number) => void;
}

/** How long this process waits for the shell to end it after it said that it cannot start. */
const farewellMs = 5_000;

/** Runs the service host for the shell of this PC: start, then ports of pages, then stop, each once asked for. */
export function runHostProcess({ shell, startHost: start, exit }: HostProcessOptions): void {
  let starting: Promise<ServedHost> | null = null;

  shell.on('message', ({ data, ports }) => {
    const message = readMessageToHost(data);
    if (message?.kind === 'start') begin(message.settings);
    else if (message?.kind === 'port') void serve(ports);
    else if (message?.kind === 'stop') void stop();
  });

  function begin(settings: HostProcessSettings): void {
    if (starting !== null) return;
    starting = start(settings);
    starting.then(
      () => shell.postMessage({ kind: 'ready' }),
      (error: unknown) => {
        const facts = error instanceof StartFailure ? error.facts : {};
        shell.postMessage({ kind: 'failed', reason: reasonOf(error), facts, detail: detailOf(error) });
        setTimeout(() => exit(1), farewellMs);
      },
    );
  }

  async function serve(ports: readonly PagePort[]): Promise<void> {
    const host = await starting?.catch(() => null);
    if (!host) return;
    for (const port of ports) {
      host.servePort(port);
      port.start();
    }
  }

  /** A start under way is waited for, so that a migration is never cut. */
  async function stop(): Promise<void> {
    const host = await starting?.catch(() => null);
    try {
      await host?.close();
      exit(0);
    } catch (error) {
      console.error(error);
      exit(1);
    }
  }
}

/** A storage failure says its reason, another error at most its code; what has neither is told apart in the log. */
function reasonOf(error: unknown): string {
  const said =
    typeof error === 'object' && error !== null
      ? [Reflect.get(error, 'reason'), Reflect.get(error, 'code')]
      : [];
  const word = said.find((value): value is string => typeof value === 'string' && /^\w{1,60}$/.test(value));
  return word ?? 'unexpected';
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What Electron adds to `process` in a utility process, and nobody else. */
const shellOfThisProcess = 'parentPort' in process ? process.parentPort : undefined;
if (shellOfThisProcess !== undefined) {
  // Electron's own types describe it, but this side never imports electron.
  const shell = shellOfThisProcess as unknown as ShellPort;
  runHostProcess({ shell, startHost, exit: (code) => process.exit(code) });
}
