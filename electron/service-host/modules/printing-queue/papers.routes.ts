import { papersContract } from '#shared/contract/papers.contract.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { Call } from '../../api/call.ts';
import { routesOf } from '../../api/routes.ts';
import { recordListPrint } from '../audit/audit.exports.service.ts';
import { attachmentDataUrl } from '../attachments/attachments.queries.ts';
import { listPrints, previewPaper, printedPaper, setListPaper, type SetPaper } from './papers.queries.ts';
import { countPrint, recordRefusedPrint } from './papers.service.ts';

const at = routesOf(papersContract);

/** Every paper of the house. */
export const papersRoutes = {
  preview: at.preview.handler(async ({ context, input }) =>
    rendered(context, 'paperRenderer', await context.look((tx) => previewPaper(tx, input), lookOf)),
  ),
  print: at.print.handler(async ({ context, input, path, procedure }) => {
    try {
      return await context.act({ path, procedure }, input, (tx) => countPrint(tx, input));
    } catch (error) {
      // The refused print is kept, though everything the act itself wrote is gone.
      if (error instanceof Refusal && error.code !== 'OPERATION_ID_REUSED')
        await context.write((tx) => recordRefusedPrint(tx, input, error.code));
      throw error;
    }
  }),
  printed: at.printed.handler(async ({ context, input }) =>
    rendered(context, 'paperRenderer', await context.look((tx) => printedPaper(tx, input), lookOf)),
  ),
  list: at.list.handler(async ({ context, input: { list, ...input } }) => {
    const paper = await context.read((tx) => setListPaper(tx, input));
    const file = await rendered(context, 'listRenderer', paper);
    const { filter, order, isCut, columns, rows } = input;
    const told = { filter, order, isCut, columns: columns.map(({ label }) => label) };
    // Handed out only when it is on record who takes it.
    await context.write((tx) =>
      recordListPrint(tx, { list, fileName: file.name, rowCount: rows.length, filter: told }),
    );
    return file;
  }),
  prints: at.prints.handler(async ({ context, input }) => {
    const found = await context.read((tx) => listPrints(tx, input));
    // Whoever looks at a document may print it next; before anybody does, the thread would only take memory.
    setImmediate(() => context.parts.paperRenderer.warmUp());
    return found;
  }),
};

const lookOf = ({ look }: { readonly look: Look | undefined }) => look;

/** Rendering takes its time and happens outside every transaction. */
async function rendered(
  call: Call,
  renderer: 'paperRenderer' | 'listRenderer',
  paper: SetPaper,
): Promise<File> {
  const logo =
    paper.logoAttachmentId === null ? undefined : await attachmentDataUrl(call, paper.logoAttachmentId);
  const pdf = await call.parts[renderer].renderPaper(paper.make(logo));
  return new File([new Uint8Array(pdf)], paper.fileName, { type: 'application/pdf' });
}
