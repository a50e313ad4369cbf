// The page's side, as the renderer does it: connects, asks the host, and notes what it is told.
import { connectServicePort, ServiceRefused } from '#shared/desktop/connect-service-port.ts';

declare global {
  interface Window {
    told: string[];
    ask: (question: string) => Promise<string>;
  }
}

window.told = [];
let current: MessagePort | undefined;

function take(port: MessagePort): void {
  current = port;
  port.start();
}

window.ask = (question) =>
  new Promise((resolve) => {
    current?.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
    current?.postMessage(question);
  });

connectServicePort(window, {
  onLost: () => window.told.push('lost'),
  onReconnect: (port) => {
    take(port);
    window.told.push('reconnected');
  },
  onRefused: (reason) => window.told.push(`refused: ${reason}`),
}).then(
  (port) => {
    take(port);
    window.told.push('connected');
  },
  (error: unknown) => {
    window.told.push(error instanceof ServiceRefused ? `rejected: ${error.reason}` : String(error));
  },
);
