import { screen, type Place } from '../../app/place.ts';

/** Tools that are lent to people and checked at intervals. */
export const toolsPlace: Place = {
  path: '/tools',
  label: 'tools.title',
  access: 'tools.view',
  group: 'parts',
  screens: { '/tools/{-$toolId}': screen(async () => (await import('./tools-page.tsx')).ToolsPage) },
  asks: { '/tools/new': 'tools.write' },
};
