import { app, dialog, utilityProcess } from 'electron';
import type { MessagePortMain } from 'electron';
import type { Language } from '#shared/domain/actor.ts';
import { translate, translateAny } from '#shared/messages/translate.ts';
import { startSentence } from '#shared/messages/start-sentence.ts';
import engineFlags from './engine-flags.json' with { type: 'json' };
import type { programPaths } from './program-paths.ts';
import { ServiceHostProcess } from './service-host-process.ts';
import type { HostRefusal } from './service-host-process.ts';

/** What the supervised service host needs. */
export interface ElectronHostSettings {
  readonly paths: ReturnType<typeof programPaths>;
  readonly language: Language;
  readonly log: (line: string) => void;
  /** Tells every page to ask for a new port. */
  readonly askPagesAgain: () => void;
}

/** The service host as Electron's utility process; when it does not start, the person is asked what to do. */
export function electronHost({
  paths,
  language,
  log,
  askPagesAgain,
}: ElectronHostSettings): ServiceHostProcess<MessagePortMain> {
  const host = new ServiceHostProcess<MessagePortMain>({
    settings: { dataFolder: paths.dataFolder },
    log,
    onLost: askPagesAgain,
    onRefused: (refusal) => {
      void askAfterRefusal(refusal);
    },
    fork: () => {
      const child = utilityProcess.fork(paths.hostEntryFile, [], {
        execArgv: [`--js-flags=${engineFlags.serviceHost.join(' ')}`],
        serviceName: 'Shouhou Desk service host',
        stdio: 'pipe',
      });
      child.stdout?.on('data', (chunk) => log(String(chunk)));
      child.stderr?.on('data', (chunk) => log(String(chunk)));
      return child;
    },
  });
  return host;

  async function askAfterRefusal(refusal: HostRefusal): Promise<void> {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: translate(language, 'desktop.hostRefusedTitle'),
      message: refusalSentence(refusal, language, paths.logFile),
      buttons: [translate(language, 'desktop.tryAgain'), translate(language, 'desktop.quit')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response !== 0) return app.quit();
    host.start();
    askPagesAgain();
  }
}

function refusalSentence({ reason, facts = {} }: HostRefusal, language: Language, logFile: string): string {
  // A reason with a sentence of its own says what to do about it; any other goes to the administrator with its code.
  const own =
    startSentence(language, reason, facts) ??
    translateAny(language, `desktop.hostRefused_${reason}`, { logFile });
  return own ?? translate(language, 'desktop.hostRefused', { reason, logFile });
}
