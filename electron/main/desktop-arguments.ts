import { z } from 'zod';
import { printCopiesMost } from '#shared/desktop/desktop-bridge.ts';
import type { DesktopCallName, DesktopCalls } from '#shared/desktop/desktop-calls.ts';

const bytesMost = 256 * 1024 * 1024;
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= bytesMost);
const line = z.string().min(1).max(300);
const kinds = z
  .array(
    z.strictObject({
      name: line,
      extensions: z
        .array(z.string().regex(/^(\*|[a-z0-9]{1,12})$/i))
        .min(1)
        .max(20),
    }),
  )
  .max(20);

/** What each call takes; a page that sends anything else is answered with an error and nothing happens. */
export const desktopArguments = {
  'desktop:info': z.undefined(),
  'desktop:choose-file': z.strictObject({
    title: line.optional(),
    kinds: kinds.optional(),
    several: z.boolean().optional(),
  }),
  'desktop:save-file': z.strictObject({
    title: line.optional(),
    fileName: line,
    kinds: kinds.optional(),
    bytes,
  }),
  'desktop:open-saved-file': z.uuid(),
  'desktop:list-printers': z.undefined(),
  'desktop:print-pdf': z.strictObject({
    pdf: bytes,
    printerName: line.optional(),
    title: line.optional(),
    copies: z.int().min(1).max(printCopiesMost).optional(),
  }),
  'desktop:show-notice': z.strictObject({
    title: line,
    body: z.string().max(2_000),
    path: z.string().max(2_000).optional(),
  }),
  'desktop:open-window': z.string().max(2_000).optional(),
} as const satisfies { readonly [Name in DesktopCallName]: z.ZodType<DesktopCalls[Name]['takes']> };
