import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAppRequest } from '../../../../electron/main/pages/answer-app-request.ts';

let folder = '';
const renderer = () => path.join(folder, 'renderer');

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouhou-app-'));
  await mkdir(path.join(renderer(), 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.js'), 'secret');
  await writeFile(path.join(renderer(), 'index.html'), '<!doctype html><title>售后</title>');
  await writeFile(path.join(renderer(), 'assets', 'a.js'), 'export {};');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the app:// scheme', () => {
  it('sends the page for every place in the program, with its policy', async () => {
    for (const place of ['/', '/index.html', '/cases/1']) {
      const response = await answerAppRequest(new Request(`app://desk${place}`), renderer());
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.text()).toContain('售后');
    }
  });

  it('sends a file with its type', async () => {
    const response = await answerAppRequest(new Request('app://desk/assets/a.js'), renderer());
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export {};');
  });

  it('answers 404 for what is not there or outside, also under a policy', async () => {
    for (const place of ['/assets/b.js', '/..%2fsecret.js', '/assets']) {
      const response = await answerAppRequest(new Request(`app://desk${place}`), renderer());
      // A folder is a place of the program like any other name without an ending.
      expect(response.status).toBe(place === '/assets' ? 200 : 404);
      expect(await response.text()).not.toContain('secret');
      expect(response.headers.get('content-security-policy')).not.toBeNull();
    }
  });

  it('takes nothing from a page', async () => {
    const request = new Request('app://desk/', { method: 'POST', body: 'x' });
    expect((await answerAppRequest(request, renderer())).status).toBe(405);
  });
});
