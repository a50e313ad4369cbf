import { useEffect } from 'react';
import { useOpen } from '../../app/navigate.ts';

/** The place begins with the stock. */
export function StockHome() {
  const open = useOpen();
  useEffect(() => open('/stock/parts', { replace: true }), [open]);
  return null;
}
