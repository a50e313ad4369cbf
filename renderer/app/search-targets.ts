import type { SearchKind } from '#shared/nouns/index.ts';
import type { PickOption } from '../components/inputs/pick-list.tsx';
import { writtenShortcut } from './keyboard/keys.ts';
import { pathOfRecord } from './record-paths.ts';
import { useMay } from './session/session.ts';
import { useText } from './text.ts';
import type { Text } from './text.ts';
import { usePlaces } from './use-places.ts';

/** Something the search field can open. */
export interface SearchTarget extends PickOption {
  readonly title: string;
  readonly path: string;
}

/** The places and acts the person may use, as lines of the search field. */
export function useTargets(): readonly SearchTarget[] {
  const t = useText();
  const may = useMay();
  const group = t('shell.searchCommands');
  return usePlaces().flatMap((place) => [
    ...(may(place.access) ? [{ key: place.path, title: t(place.label), path: place.path, group }] : []),
    ...(place.acts ?? [])
      .filter(({ access }) => may(access))
      .map(({ label, keys, path }) => ({
        key: path,
        title: t(label),
        end: writtenShortcut(keys),
        path,
        group,
      })),
  ]);
}

/** Those of the targets whose name contains the text; all of them while nothing is typed. */
export function matchingTargets(targets: readonly SearchTarget[], text: string): readonly SearchTarget[] {
  const wanted = text.toLowerCase();
  return targets.filter(({ title }) => title.toLowerCase().includes(wanted));
}

interface Hit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

/** The records that the host has found, as lines of the search field. */
export function targetsOfHits(hits: readonly Hit[], t: Text): readonly SearchTarget[] {
  return hits.map(({ kind, id, title, subtitle }) => ({
    key: `${kind}/${id}`,
    title,
    detail: subtitle,
    end: t(`states.recordKind_${kind}`),
    path: pathOfRecord(kind, id),
    group: t('shell.searchRecords'),
  }));
}
