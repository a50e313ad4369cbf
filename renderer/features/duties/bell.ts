import { recall, remember } from '../../app/memory.ts';

/** A duty as the bell knows it: what it is and when it is due. */
export interface Ringing {
  readonly id: string;
  readonly dueAt: number;
}

/** How many of the last are remembered, so that a second window of this PC does not tell them again. */
const rememberedAtMost = 100;

const keyOf = (personId: string) => `duties/bell/${personId}`;

/** Whether a person wants to hear on this PC when something falls due; nobody does who has not said so. */
export function wantsBell(personId: string): boolean {
  return recall(keyOf(personId)) === true;
}

/** Remembers on this PC whether a person wants to hear. */
export function chooseBell(personId: string, isOn: boolean): void {
  remember(keyOf(personId), isOn || undefined);
}

/** Those that fell due since the program was opened and were not told on this PC; they count as told from now on. */
export function ringNow<Duty extends Ringing>(
  next: readonly Duty[],
  since: number,
  now: number,
): readonly Duty[] {
  const known: unknown = recall('duties/told');
  const told = Array.isArray(known) ? known.filter((id): id is string => typeof id === 'string') : [];
  const due = next.filter(({ id, dueAt }) => dueAt > since && dueAt <= now && !told.includes(id));
  if (due.length > 0) remember('duties/told', [...told, ...due.map(({ id }) => id)].slice(-rememberedAtMost));
  return due;
}

/** Whether this PC can show notices: inside the desktop, or in a browser that knows them. */
export function canShowNotices(): boolean {
  return window.desktop !== undefined || 'Notification' in window;
}

/** Asks the browser, which asks the person; the desktop needs not be asked. Says whether notices may be shown. */
export async function mayShowNotices(): Promise<boolean> {
  if (window.desktop) return true;
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}

/** Shows a notice of the system; `open` is called when the person clicks it in a browser. */
export function showNotice(
  notice: { readonly title: string; readonly body: string },
  open: () => void,
): void {
  if (window.desktop) {
    void window.desktop.showNotice({ ...notice, path: '/duties' });
    return;
  }
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(notice.title, { body: notice.body, tag: notice.body });
  shown.addEventListener('click', () => {
    window.focus();
    open();
  });
}
