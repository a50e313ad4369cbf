// The person's own browser.
import { spawn } from 'node:child_process';

/** Whether there is a screen to show something on. */
export function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform === 'linux') return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return true;
}

/** Opens an address in the browser if there is one; nothing happens where there is none. */
export function openBrowser(address) {
  if (!hasDisplay()) return;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
