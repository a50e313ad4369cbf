export { common } from './common.ts';
export { desktop } from './desktop.ts';
export { grid } from './grid.ts';
export { issue } from './issue.ts';
export { refusals } from './refusals.ts';
export { session } from './session.ts';
export { shell } from './shell.ts';
export { states } from './states.ts';
