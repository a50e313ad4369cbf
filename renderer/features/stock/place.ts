import { screen } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';

/** The spare-parts ledger: catalogue and stock, entries, receipts, the monthly statement, accounts. */
export const stockPlace: Place = {
  path: '/stock',
  label: 'shell.stock',
  access: 'stock.view',
  group: 'parts',
  screens: {
    '/stock': screen(async () => (await import('./stock-home.tsx')).StockHome),
    '/stock/parts/{-$partId}': screen(async () => (await import('../parts/parts-page.tsx')).PartsPage),
    '/stock/movements': screen(async () => (await import('./movements-page.tsx')).MovementsPage),
    '/stock/receipts/{-$receiptId}': screen(async () => (await import('./receipts-page.tsx')).ReceiptsPage),
    '/stock/month': screen(async () => (await import('./month-page.tsx')).MonthPage),
    '/stock/accounts/{-$accountId}': screen(async () => (await import('./accounts-page.tsx')).AccountsPage),
  },
  asks: {
    '/stock/parts/new': 'parts.edit',
    '/stock/receipts/new': 'stock.receive',
    '/stock/accounts/new': 'stock.accounts',
  },
  tabs: [
    { label: 'stock.onHand', path: '/stock/parts' },
    { label: 'stock.movements', path: '/stock/movements' },
    { label: 'stock.receipts', path: '/stock/receipts' },
    { label: 'stock.month', path: '/stock/month' },
    { label: 'stock.accounts', path: '/stock/accounts' },
  ],
};
