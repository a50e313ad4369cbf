import type { CallOrigin } from './call.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads who calls, and in which language they read, from the headers of a call. Chinese unless English is asked for. */
export function originOf(headers: Headers): CallOrigin {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(single(headers['authorization']) ?? '');
  const language = single(headers['accept-language'])?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
  return { token: bearer?.[1], language };
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
