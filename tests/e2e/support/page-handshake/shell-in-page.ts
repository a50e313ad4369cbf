// Stands in for the shell inside the page: the shell's own supervision and handing out of ports, with doubles only for
// what Electron brings — the channel between page and shell, the forked process, the frame.
import type { MessageToHost } from '#shared/desktop/host-process-messages.ts';
import { servicePortChannels } from '#shared/desktop/service-port-messages.ts';
import { ServiceHostProcess, type ForkedHost } from '../../../../electron/main/service-host-process.ts';
import { grantServicePort, type PageFrame } from '../../../../electron/main/service-ports.ts';
import type { PageIpcListener } from '../../../../electron/preload/ipc.ts';

/** What the test does to the shell, and what it looks at. */
export interface ShellInPage {
  hostIsReady(): void;
  hostCrashes(): void;
  hostRefuses(reason: string): void;
  personTriesAgain(): void;
  /** How many requests for a port came through the doorway. */
  requests: number;
  /** How many hosts were started, one after the other. */
  hosts: number;
}

declare global {
  interface Window {
    shellInPage: ShellInPage;
    electronInPage: unknown;
  }
}

// Electron loads the doorway into the main frame only.
if (window.top === window) standIn();

function standIn(): void {
  const listeners = new Map<string, PageIpcListener[]>();
  const tellPage = (channel: string, values: unknown[] = [], ports: readonly MessagePort[] = []): void => {
    for (const listener of listeners.get(channel) ?? []) listener({ ports }, ...values);
  };

  let child = newChild(0);
  const host = new ServiceHostProcess<MessagePort>({
    fork: () => {
      shell.hosts += 1;
      child = newChild(shell.hosts);
      return child;
    },
    settings: { dataFolder: '/data' },
    onLost: () => tellPage(servicePortChannels.lost),
    onRefused: () => undefined,
    log: () => undefined,
    restartDelaysMs: [50],
  });

  const frame: PageFrame<MessagePort> = {
    parent: null,
    detached: false,
    origin: location.origin,
    url: location.href,
    isDestroyed: () => false,
    send: (channel, ...values) => tellPage(channel, values),
    postMessage: (channel, message, ports = []) => tellPage(channel, [message], ports),
  };

  const shell: ShellInPage = {
    hostIsReady: () => child.says({ kind: 'ready' }),
    hostCrashes: () => child.exits(),
    hostRefuses: (reason) => child.says({ kind: 'failed', reason, detail: '' }),
    personTriesAgain: () => {
      host.start();
      tellPage(servicePortChannels.lost);
    },
    requests: 0,
    hosts: 0,
  };
  host.start();
  window.shellInPage = shell;
  window.electronInPage = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => Reflect.set(window, name, value) },
    ipcRenderer: {
      invoke: async () => undefined,
      send: (channel: string, requestId: unknown) => {
        if (channel !== servicePortChannels.wanted) return;
        shell.requests += 1;
        const createChannel = (): MessageChannel => new MessageChannel();
        grantServicePort({ host, createChannel, trustedOrigins: [location.origin] }, frame, requestId);
      },
      on: (channel: string, listener: PageIpcListener) =>
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: () => undefined,
    },
  };
}

/** A service host that answers each message with its own number. */
function newChild(number: number) {
  const onMessage: ((message: unknown) => void)[] = [];
  const onExit: ((code: number) => void)[] = [];
  const served: MessagePort[] = [];
  const child = {
    postMessage: (message: MessageToHost, ports: MessagePort[] = []) => {
      if (message.kind !== 'port') return;
      for (const port of ports) {
        served.push(port);
        port.addEventListener('message', ({ data }) => port.postMessage(`host ${number}: ${data}`));
        port.start();
      }
    },
    on: (event: 'message' | 'exit', listener: (value: never) => void) => {
      // The two lists hold listeners of their own event only.
      if (event === 'message') onMessage.push(listener as (message: unknown) => void);
      else onExit.push(listener as (code: number) => void);
    },
    kill: () => true,
    says: (message: unknown) => {
      for (const listener of onMessage) listener(message);
    },
    exits: () => {
      for (const port of served) port.close();
      for (const listener of onExit) listener(1);
    },
  } satisfies ForkedHost<MessagePort> & Record<string, unknown>;
  return child;
}
