import { startSentence } from '#shared/messages/start-sentence.ts';
import { translate } from '#shared/messages/translate.ts';
import { StorageFailure } from '../database/database.ts';
import { log } from '../log.ts';
import { StartFailure } from '../start-failure.ts';

/** Why the program does not start, in a Chinese and an English sentence; whatever has none goes to the log as well. */
export function startSentences(error: unknown): readonly string[] {
  const { reason, facts } = told(error);
  if (!(error instanceof StartFailure)) log.error('start', { error });
  return (['zh-CN', 'en'] as const).map(
    (language) => startSentence(language, reason, facts) ?? translate(language, 'start.unexpected', facts),
  );
}

function told(error: unknown) {
  if (error instanceof StartFailure) return error;
  if (error instanceof StorageFailure) return { reason: error.reason, facts: { code: error.reason } };
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL';
  return { reason: 'unexpected', facts: { code } };
}
