import { ORPCError, ValidationError } from '@orpc/server';
import { expect, test } from 'vitest';
import { toWireError } from '#host/api/wire-errors.ts';
import { file } from '#shared/contract/fields.ts';
import { largestFileBytes } from '#shared/domain/files.ts';
import { translateAny } from '#shared/messages/translate.ts';
import { unfitFile } from '../../../../renderer/components/attachments/use-attach.ts';

async function issueOf(sent: File): Promise<{ readonly code: string; readonly limit?: number } | undefined> {
  const checked = await file()['~standard'].validate(sent);
  const cause = new ValidationError({ message: '', data: sent, issues: checked.issues ?? [] });
  const { data } = toWireError(new ORPCError('BAD_REQUEST', { cause }), 'zh-CN', []);
  return (data as { readonly issues: readonly { readonly code: string; readonly limit?: number }[] })
    .issues[0];
}

test('a file without content and one that is too large have sentences of their own, at the host and on the page', async () => {
  const empty = new File([], '空.pdf');
  const large = new File([new Uint8Array(largestFileBytes + 1)], '大.pdf');
  expect(await issueOf(empty)).toMatchObject({ code: 'emptyFile' });
  expect(await issueOf(large)).toMatchObject({ code: 'largeFile', limit: 20 });
  expect(translateAny('zh-CN', 'issue.largeFile', { limit: 20 })).toContain('超过 20 MB');
  expect([unfitFile(empty)?.because, unfitFile(large)?.because]).toEqual(['empty', 'tooLarge']);
  expect(unfitFile(new File(['%PDF'], '好.pdf'))).toBeUndefined();
});
