import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { PaperDefinition } from './layout/paper-definition.ts';

/** A definition as canonical JSON, compressed and in base64: about 2 KB for a full page. */
export function packDefinition(definition: PaperDefinition): string {
  return deflateRawSync(canonicalJson(definition)).toString('base64');
}

/** The definition that packDefinition packed. */
export function unpackDefinition(packed: string): PaperDefinition {
  // The text comes out of packDefinition alone.
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) as PaperDefinition;
}

/** The definition with the firm's logo in its head; one without a head stays as it is. */
export function withLogo(definition: PaperDefinition, logoDataUrl: string | undefined): PaperDefinition {
  return definition.head ? { ...definition, head: { ...definition.head, logoDataUrl } } : definition;
}
