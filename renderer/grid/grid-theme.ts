import { themeQuartz } from 'ag-grid-community';

/** The grid drawn with our tokens; it follows light and dark by itself. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'var(--font)',
  fontSize: 14,
  dataFontSize: 14,
  headerFontSize: 12,
  headerFontWeight: 500,
  headerHeight: 29,
  rowHeight: 32,
  cellHorizontalPadding: 9,
  foregroundColor: 'var(--ink)',
  backgroundColor: 'var(--paper)',
  headerTextColor: 'var(--ink2)',
  headerBackgroundColor: 'var(--head)',
  borderColor: 'var(--line2)',
  rowHoverColor: 'var(--hover)',
  selectedRowBackgroundColor: 'var(--accentWeak)',
  accentColor: 'var(--accent)',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  headerColumnResizeHandleColor: 'transparent',
  focusShadow: 'none',
  iconSize: 12,
  browserColorScheme: 'inherit',
  headerCellBackgroundTransitionDuration: '0s',
});
