/** What a page of the program may load and do; sent with every answer of the app:// scheme. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  // Only files of the program: no inline script, no eval.
  "script-src 'self'",
  // Ant Design writes its styles into <style> elements while running, and AG Grid sets style attributes;
  // an inline style can draw, but cannot run or send anything past the other lines.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  // A paper is shown as a PDF the page itself holds.
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
