import { theme } from 'antd';
import type { ThemeConfig } from 'antd';
import { fontFamily } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** Ant Design drawn with our tokens: dense, flat, without movement. */
export function antTheme(tokens: Tokens, isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      motion: false,
      colorPrimary: tokens.accentFill,
      colorLink: tokens.accent,
      colorError: tokens.late,
      colorWarning: tokens.soon,
      colorSuccess: tokens.good,
      colorText: tokens.ink,
      colorTextSecondary: tokens.ink2,
      colorTextPlaceholder: tokens.ink3,
      colorBorder: tokens.line,
      colorBorderSecondary: tokens.line2,
      colorBgLayout: tokens.ground,
      colorBgContainer: tokens.paper,
      colorBgElevated: tokens.paper,
      controlOutline: tokens.focusRing,
      colorBgMask: isDark ? '#00000080' : '#1c243033',
      boxShadowSecondary: tokens.shadow,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        paddingInline: 12,
        fontWeight: 400,
      },
      Input: { activeBorderColor: tokens.accent, hoverBorderColor: tokens.ink3, paddingInline: 8 },
      Select: {
        activeBorderColor: tokens.accent,
        hoverBorderColor: tokens.ink3,
        optionSelectedBg: tokens.accentWeak,
        optionHeight: 30,
        optionPadding: '4px 8px',
      },
      DatePicker: { activeBorderColor: tokens.accent, hoverBorderColor: tokens.ink3 },
      Dropdown: { paddingBlock: 4 },
      Menu: { itemHeight: 32 },
    },
  };
}
