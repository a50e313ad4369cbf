import type { Language } from '#shared/domain/actor.ts';
import { recall, remember } from './memory.ts';
import { createStore } from './store.ts';

/** How this PC shows the program. */
export interface Preferences {
  readonly language: Language;
  readonly look: Look;
}

export const looks = ['system', 'light', 'dark'] as const;
export type Look = (typeof looks)[number];

/** The preferences of this PC; changing them changes every screen at once. */
export const preferences = createStore<Preferences>(remembered());

/** Changes some preferences and remembers them. */
export function prefer(change: Partial<Preferences>): void {
  preferences.set({ ...preferences.get(), ...change });
  remember('preferences', preferences.get());
}

function remembered(): Preferences {
  // Both values are checked below.
  const { language, look } = Object(recall('preferences')) as Partial<Preferences>;
  return {
    language: language === 'en' ? 'en' : 'zh-CN',
    look: looks.find((one) => one === look) ?? 'system',
  };
}
