import type { Drawings } from '../../grid/told-columns.tsx';
import { DocumentLink } from './document-link.tsx';
import { accountText, isInside, reversalNote } from './movement-texts.ts';
import type { Movement } from './movement-texts.ts';

/** How the ledger draws what is more than words. */
export const drawings: Drawings<Movement> = {
  sequence: { tone: () => 'mut' },
  documentNumber: {
    draw: (row) => <DocumentLink movement={row} />,
    text: (row, t) => `${row.documentNumber} ${reversalNote(row, t)}`.trim(),
  },
  fromName: {
    value: ({ fromKind: kind, fromCode: code, fromName: name }) => accountText({ kind, code, name }),
  },
  toName: { value: ({ toKind: kind, toCode: code, toName: name }) => accountText({ kind, code, name }) },
  fromQuantityAfter: {
    tone: () => 'mut',
    value: (row) => (isInside(row.fromKind) ? row.fromQuantityAfter : null),
  },
  toQuantityAfter: {
    tone: () => 'mut',
    value: (row) => (isInside(row.toKind) ? row.toQuantityAfter : null),
  },
  personName: { tone: () => 'mut' },
};
