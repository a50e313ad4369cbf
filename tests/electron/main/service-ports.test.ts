import { describe, expect, it } from 'vitest';
import { grantServicePort, type PageFrame } from '../../../electron/main/service-ports.ts';
import type { HostReadiness } from '../../../electron/main/service-host-process.ts';

type Sent = readonly [channel: string, ...values: unknown[]];

function world() {
  const sent: Sent[] = [];
  const given: string[] = [];
  const waiting: ((readiness: HostReadiness<string>) => void)[] = [];
  let channels = 0;
  const options = {
    host: {
      whenReady: (listener: (readiness: HostReadiness<string>) => void) => void waiting.push(listener),
    },
    createChannel: () => {
      channels += 1;
      return { port1: `host end ${channels}`, port2: `page end ${channels}` };
    },
    trustedOrigins: ['app://desk'],
  };
  const page = {
    parent: null,
    detached: false,
    origin: 'app://desk',
    url: 'app://desk/',
    isGone: false,
    isDestroyed: () => page.isGone,
    send: (channel: string, ...values: unknown[]) => void sent.push([channel, ...values]),
    postMessage: (channel: string, message: unknown, ports: string[] = []) =>
      void sent.push([channel, message, ...ports]),
  };
  const answer = (readiness: HostReadiness<string>): void => {
    for (const listener of waiting.splice(0)) listener(readiness);
  };
  const ready = (): void => answer({ kind: 'ready', givePort: (port) => void given.push(port) });
  return { options, page, sent, given, answer, ready, channels: () => channels, waiting };
}

describe('a port for a page', () => {
  it('goes to both ends once the host is ready', () => {
    const { options, page, sent, given, ready } = world();
    grantServicePort(options, page, 1);
    expect(sent).toEqual([]);
    ready();
    expect(given).toEqual(['host end 1']);
    expect(sent).toEqual([['service-port:granted', 1, 'page end 1']]);
  });

  it('is a new one for every request, as after a reload', () => {
    const { options, page, given, ready } = world();
    grantServicePort(options, page, 1);
    ready();
    grantServicePort(options, page, 1);
    ready();
    expect(given).toEqual(['host end 1', 'host end 2']);
  });

  it('is not made for a page that went away while the host was starting', () => {
    const { options, page, sent, given, ready, channels } = world();
    grantServicePort(options, page, 1);
    page.isGone = true;
    ready();
    expect([sent, given, channels()]).toEqual([[], [], 0]);
  });

  it('is not made for a page that was led elsewhere while the host was starting', () => {
    const { options, page, sent, ready } = world();
    grantServicePort(options, page, 1);
    page.origin = 'https://evil.example';
    ready();
    expect(sent).toEqual([]);
  });

  it('is refused with the reason when the host does not start', () => {
    const { options, page, sent, answer } = world();
    grantServicePort(options, page, 1);
    answer({ kind: 'refused', refusal: { reason: 'damaged', detail: 'page 3' } });
    expect(sent).toEqual([['service-port:refused', 'damaged']]);
  });

  it('is not even asked for by anybody else', () => {
    const { options, page, waiting } = world();
    const strangers: readonly (PageFrame<string> | null)[] = [
      null,
      { ...page, parent: page },
      { ...page, origin: 'https://evil.example', url: 'https://evil.example/' },
      { ...page, detached: true },
      { ...page, url: 'about:blank' },
    ];
    for (const stranger of strangers) grantServicePort(options, stranger, 1);
    for (const requestId of [undefined, null, '1', 0, -1, 1.5, Number.NaN, {}, 2 ** 53]) {
      grantServicePort(options, page, requestId);
    }
    expect(waiting).toEqual([]);
  });
});
