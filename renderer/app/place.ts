import { lazy, type ComponentType } from 'react';
import type { RouteComponent } from '@tanstack/react-router';
import type { Access } from '#shared/domain/permissions.ts';
import type { MessageKey } from './text.ts';

/** A number beside a place's name. */
export interface PlaceCount {
  readonly count: number;
  /** Red: something there is late. */
  readonly isLate?: boolean | undefined;
}

/** An act that can be begun from anywhere: a button at the top, its key, and a line of the search field. */
export interface PlaceAct {
  readonly label: MessageKey;
  readonly keys: string;
  readonly access: Access;
  readonly path: string;
  readonly primary?: boolean | undefined;
}

/** One of several lists of a place. */
export interface PlaceTab {
  readonly label: MessageKey;
  readonly path: string;
}

/** A place of the program: a line of the navigation and the screens behind it. */
export interface Place {
  /** Where the line of the navigation leads: '/cases'. */
  readonly path: string;
  readonly label: MessageKey;
  /** Who may see it. */
  readonly access: Access;
  /** Places of one group stand together; a line divides the groups. */
  readonly group: 'desk' | 'parts' | 'files' | 'house';
  /** The screens by their paths: '/cases/{-$caseId}' is one screen with and without a case chosen. */
  readonly screens: Readonly<Record<string, RouteComponent>>;
  /** Addresses that ask for more than seeing the place, as the form for a new record does; what lies behind them too. */
  readonly asks?: Readonly<Record<string, Access>> | undefined;
  /** The lists of a place that has several; drawn by `PlaceTabs` beside the title. */
  readonly tabs?: readonly PlaceTab[] | undefined;
  /** The number beside the name; a hook. */
  readonly useCount?: (() => PlaceCount | undefined) | undefined;
  /** Listens while the program is open, whatever screen is shown; a hook. */
  readonly useBell?: (() => void) | undefined;
  readonly acts?: readonly PlaceAct[] | undefined;
  /** The path that takes a call whose number a telephone program has handed over. */
  readonly pathForCall?: ((number: string) => string) | undefined;
}

/** A screen that is loaded when it is first opened. */
export function screen(load: () => Promise<ComponentType>): RouteComponent {
  return lazy(async () => ({ default: await load() }));
}
