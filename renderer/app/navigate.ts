import { useMemo } from 'react';
import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** Where a path leads and what it names. */
export interface Whereabouts {
  readonly path: string;
  /** What the path names: `caseId` of '/cases/{-$caseId}'. */
  readonly names: Readonly<Record<string, string | undefined>>;
  /** What stands after the question mark. */
  readonly search: Readonly<Record<string, unknown>>;
}

/** Opens a path of the program: `open('/cases/…')`. With `replace`, Back does not come here again. */
export function useOpen(): (path: string, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return useMemo(() => {
    return (path, { replace = false } = {}) => {
      const [pathname = '/', search = ''] = path.split('?', 2);
      void navigate({ to: pathname, search: Object.fromEntries(new URLSearchParams(search)), replace });
    };
  }, [navigate]);
}

/** The path shown now. */
export function useWhereabouts(): Whereabouts {
  const { pathname } = useLocation();
  const names: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  return { path: pathname, names, search };
}
