import type { Choice } from '../../components/inputs/choice-buttons.tsx';
import { useService } from '../../service/service-context.tsx';
import { useAsk } from '../../service/use-ask.ts';

/** The models a new unit may be of. */
export interface Models {
  readonly choices: readonly Choice<string>[];
  /** The one model that there is to choose. */
  readonly onlyId: string | null;
  readonly areNone: boolean;
}

/** The models in use, for whoever may make a unit. */
export function useModels(enabled: boolean): Models {
  const service = useService();
  const { data } = useAsk(service.units.products, undefined, { shows: ['product'], enabled });
  const active = (data ?? []).filter((product) => product.active);
  return {
    choices: active.map(({ id, code, name, findable }) => ({
      value: id,
      label: `${code} ${name}`,
      findable,
    })),
    onlyId: active.length === 1 ? (active[0]?.id ?? null) : null,
    areNone: data !== undefined && active.length === 0,
  };
}
