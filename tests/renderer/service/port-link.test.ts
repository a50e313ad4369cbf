import { createORPCClient } from '@orpc/client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ServiceClient } from '#shared/contract/index.ts';
import { startTestHost } from '#tests/support/host.ts';
import type { TestHost } from '#tests/support/host.ts';
import { connection } from '../../../renderer/service/connection.ts';
import { portLink } from '../../../renderer/service/port-link.ts';
import { troubleOf } from '../../../renderer/service/trouble.ts';

let host: TestHost;
let token = '';
beforeAll(async () => {
  host = await startTestHost();
  token = await host.signIn('clerk');
});
afterAll(async () => {
  await host.close();
});
beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => token });
  connection.set({ kind: 'connecting' });
});

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A page whose doorway grants ports to the real host, until told that the host ended. */
function desktopPage() {
  const page = Object.assign(new EventTarget(), { location: { origin: 'app://desk' } });
  let wanted = 0;
  let isHostThere = true;
  const tell = (data: unknown, granted: readonly MessagePort[] = []) =>
    page.dispatchEvent(
      Object.assign(new Event('message'), { data, ports: granted, source: page, origin: 'app://desk' }),
    );
  const grant = () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    host.host.servePort(port1);
    port1.start();
    tell({ shouhou: 'port-granted', requestId: wanted }, [port2]);
  };
  const postMessage = (message: { readonly requestId: number }) => {
    wanted = message.requestId;
    if (isHostThere) queueMicrotask(grant);
  };
  const endHost = () => {
    isHostThere = false;
    tell({ shouhou: 'port-lost' });
  };
  const startHost = () => {
    isHostThere = true;
    grant();
  };
  const refuse = () => tell({ shouhou: 'port-refused', reason: 'FILE_DAMAGED' });
  // As much of a window as connectServicePort uses.
  return { page: Object.assign(page, { postMessage }) as unknown as Window, endHost, startHost, refuse };
}

const clientOf = (page: Window) => createORPCClient<ServiceClient>(portLink(page));

test('calls go over the port, with who calls', async () => {
  const { page } = desktopPage();
  expect(await clientOf(page).session.me()).toMatchObject({ signInName: 'clerk' });
  expect(connection.get()).toEqual({ kind: 'connected' });
});

test('the host ends: what is under way hears so, and goes on by itself when the host is back', async () => {
  const { page, endHost, startHost } = desktopPage();
  const client = clientOf(page);
  const watching = await client.changes.watch();
  await watching.next();
  const next = watching.next().catch((error: unknown) => troubleOf(error));
  endHost();
  expect(connection.get()).toEqual({ kind: 'lost' });
  expect(await next).toMatchObject({ kind: expect.stringMatching(/lost|unexpected/) });
  const waiting = client.session.me();
  startHost();
  expect(await waiting).toMatchObject({ signInName: 'clerk' });
  expect(connection.get()).toEqual({ kind: 'connected' });
});

test('a host that does not start says why', async () => {
  const { page, endHost, refuse } = desktopPage();
  const client = clientOf(page);
  await client.session.status();
  endHost();
  refuse();
  expect(connection.get()).toEqual({ kind: 'refused', reason: 'FILE_DAMAGED' });
  expect(troubleOf(await client.session.status().catch((error: unknown) => error))).toEqual({ kind: 'lost' });
});
