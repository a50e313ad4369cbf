import 'react';

declare module 'react' {
  // Style sheets take sizes from the component through variables of their own.
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
