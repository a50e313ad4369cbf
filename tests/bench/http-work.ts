import { draftReceipt, postReceipt, type Ask } from './http-client.ts';

const clients = 4;
const callsPerClient = 250;

/** Receipts of one line, each drafted before and posted in the time that is taken, by four clients at once. */
export async function postReceiptsOverHttp(
  store: Ask,
  place: { readonly partId: string; readonly accountId: string },
): Promise<{ perSecond: number; errors: number }> {
  const drafts: Record<string, unknown>[] = [];
  for (let count = 0; count < clients * callsPerClient; count += 1) {
    drafts.push(await draftReceipt(store, place));
  }
  let errors = 0;
  const begin = performance.now();
  const client = async () => {
    for (let draft = drafts.pop(); draft; draft = drafts.pop()) {
      await postReceipt(store, draft).catch(() => (errors += 1));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: (clients * callsPerClient) / ((performance.now() - begin) / 1000), errors };
}

/** Prints the paper of a receipt so many times. */
export async function printPapersOverHttp(store: Ask, receiptId: string, times: number): Promise<void> {
  for (let paper = 0; paper < times; paper += 1) {
    await store('papers/preview', { kind: 'receipt', documentId: receiptId, language: 'zh-CN' });
  }
}
