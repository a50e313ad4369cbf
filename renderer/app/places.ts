import { callsPlace } from '../features/contacts/place.ts';
import { casesPlace } from '../features/cases/place.ts';
import { customersPlace } from '../features/customers/place.ts';
import { decisionsPlace } from '../features/decisions/place.ts';
import { dutiesPlace } from '../features/duties/place.ts';
import { oldPartsPlace } from '../features/old-parts/place.ts';
import { reportsPlace } from '../features/reports/place.ts';
import { requisitionsPlace } from '../features/requisitions/place.ts';
import { settingsPlace } from '../features/settings/place.ts';
import { stockPlace } from '../features/stock/place.ts';
import { todayPlace } from '../features/today/place.ts';
import { toolsPlace } from '../features/tools/place.ts';
import type { Place } from './place.ts';

/** The places of the program in the order of the navigation. A feature adds its place here, one line. */
export const places: readonly Place[] = [
  todayPlace,
  dutiesPlace,
  callsPlace,
  casesPlace,
  decisionsPlace,
  requisitionsPlace,
  stockPlace,
  oldPartsPlace,
  toolsPlace,
  reportsPlace,
  customersPlace,
  settingsPlace,
];
