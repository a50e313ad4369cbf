import { useMemo } from 'react';
import type { Language } from '#shared/domain/actor.ts';
import { dayOf, defaultTimeZone } from '#shared/domain/days.ts';
import type { Moment } from '#shared/domain/days.ts';
import { clauses, listed } from '#shared/messages/punctuation.ts';
import { formatMoment, translate } from '#shared/messages/translate.ts';
import type { MessageKey, MessageParameters } from '#shared/messages/translate.ts';
import { preferences } from './preferences.ts';
import { useStore } from './store.ts';

export type { MessageKey, MessageParameters };

/** Writes sentences and times in the person's language. */
export interface Text {
  (key: MessageKey, parameters?: MessageParameters): string;
  readonly language: Language;
  /** A moment to the minute: only the time for today, the day and time of this year, else with the year. */
  readonly moment: (at: Moment) => string;
  /** A moment in full, to the minute. */
  readonly fullMoment: (at: Moment) => string;
  /** Things of a kind one after another. */
  readonly listed: (things: readonly string[]) => string;
  /** Sentences or clauses one after another. */
  readonly clauses: (texts: readonly string[]) => string;
}

/** The sentences in the language chosen; draws anew when it is switched. */
export function useText(): Text {
  const { language } = useStore(preferences);
  return useMemo(() => textIn(language), [language]);
}

/** The sentences in a given language. */
export function textIn(language: Language): Text {
  const t = (key: MessageKey, parameters?: MessageParameters) => translate(language, key, parameters);
  return Object.assign(t, {
    language,
    moment: (at: Moment) => shortMoment(at, Date.now()),
    fullMoment: (at: Moment) => formatMoment(at, language),
    listed: (things: readonly string[]) => listed(language, things),
    clauses: (texts: readonly string[]) => clauses(language, texts),
  });
}

/** '09:12' today, '11-03 09:12' this year, '2025-11-03' before. */
export function shortMoment(at: Moment, now: Moment): string {
  const day = dayOf(at);
  const today = dayOf(now);
  if (day === today) return timeOf(at);
  return day.slice(0, 4) === today.slice(0, 4) ? `${day.slice(5)} ${timeOf(at)}` : day;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: defaultTimeZone,
  hour: '2-digit',
  minute: '2-digit',
});

function timeOf(at: Moment): string {
  return clock.format(at);
}
