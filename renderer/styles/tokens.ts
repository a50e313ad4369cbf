/**
 * The look in numbers: every colour of the program, light and dark, by what it means. The style sheets read them as
 * CSS variables (`--ink2`), Ant Design and the grid through their themes.
 */
export interface Tokens {
  /** Text: what is said, what explains it, what may be overlooked. */
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  /** Borders of things, and between the lines of a thing. */
  readonly line: string;
  readonly line2: string;
  /** Behind everything; the paper on it; the heads of tables; what the mouse is on. */
  readonly ground: string;
  readonly paper: string;
  readonly head: string;
  readonly hover: string;
  /** The one accent: as text and border, as a filled button with the text upon it, as a background. */
  readonly accent: string;
  readonly accentFill: string;
  readonly onAccent: string;
  readonly accentWeak: string;
  readonly focusRing: string;
  /** Late, due soon, done. */
  readonly late: string;
  readonly lateWeak: string;
  readonly soon: string;
  readonly soonWeak: string;
  readonly soonLine: string;
  readonly good: string;
  readonly goodWeak: string;
  readonly shadow: string;
}

export const lightTokens: Tokens = {
  ink: '#1c2430',
  ink2: '#5a6675',
  ink3: '#8a95a3',
  line: '#dfe4ea',
  line2: '#eef1f4',
  ground: '#f4f6f8',
  paper: '#ffffff',
  head: '#fafbfc',
  hover: '#f6f8fa',
  accent: '#1b5e8c',
  accentFill: '#1b5e8c',
  onAccent: '#ffffff',
  accentWeak: '#e8f1f7',
  focusRing: '#1b5e8c22',
  late: '#c4341f',
  lateWeak: '#fdeeeb',
  soon: '#a86400',
  soonWeak: '#fdf4e3',
  soonLine: '#f0dcb4',
  good: '#2f7d4f',
  goodWeak: '#eaf5ee',
  shadow: '0 6px 20px #1c243026',
};

export const darkTokens: Tokens = {
  ink: '#e3e8ee',
  ink2: '#a4afbc',
  ink3: '#768290',
  line: '#353e49',
  line2: '#29313a',
  ground: '#12171c',
  paper: '#1a2027',
  head: '#1e252d',
  hover: '#212932',
  accent: '#78b7e1',
  accentFill: '#276f9f',
  onAccent: '#ffffff',
  accentWeak: '#1e3445',
  focusRing: '#78b7e133',
  late: '#f28472',
  lateWeak: '#3d2320',
  soon: '#e0a84c',
  soonWeak: '#352b19',
  soonLine: '#5a4826',
  good: '#71c192',
  goodWeak: '#1d3327',
  shadow: '0 6px 20px #00000080',
};

/** The fonts of the screen; those of Windows' Chinese edition come last but one. */
export const fontFamily = '"Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/** Makes the tokens the CSS variables of the page. */
export function applyTokens(tokens: Tokens, isDark: boolean, page: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) page.style.setProperty(`--${name}`, String(value));
  page.style.setProperty('--font', fontFamily);
  page.style.colorScheme = isDark ? 'dark' : 'light';
  page.dataset['look'] = isDark ? 'dark' : 'light';
}
