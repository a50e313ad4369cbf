import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../electron/main/pages/content-security-policy.ts';

const rules = new Map(
  contentSecurityPolicy.split('; ').map((rule) => {
    const [name = '', ...sources] = rule.split(' ');
    return [name, sources] as const;
  }),
);

describe('the content security policy', () => {
  it('allows nothing that is not named', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
  });

  it('runs scripts of the program only: none inline, none evaluated', () => {
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|strict-dynamic|script-src-elem|script-src-attr/);
  });

  it('allows inline styles and nothing else inline', () => {
    const inline = [...rules].filter(([, sources]) => sources.includes("'unsafe-inline'"));
    expect(inline.map(([name]) => name)).toEqual(['style-src']);
  });

  it('names no other server, and no wildcard', () => {
    expect(contentSecurityPolicy).not.toMatch(/https?:|wss?:|\*/);
  });

  it('keeps the page from being framed, from forms and from another base', () => {
    for (const name of ['frame-ancestors', 'form-action', 'base-uri', 'object-src']) {
      expect(rules.get(name)).toEqual(["'none'"]);
    }
  });
});
