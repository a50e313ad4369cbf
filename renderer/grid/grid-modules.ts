import {
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
} from 'ag-grid-community';

/** What the lists use of the grid; all of it belongs to the community edition. */
export const gridModules = [
  InfiniteRowModelModule,
  ColumnApiModule,
  EventApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  CellStyleModule,
  RenderApiModule,
  ScrollApiModule,
  LocaleModule,
];
