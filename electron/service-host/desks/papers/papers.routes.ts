import { papersContract } from '#shared/contract/papers.contract.ts';
import { Refusal } from '#shared/contract/refusals.ts';
import type { Look } from '#shared/domain/looks.ts';
import type { PaperKind } from '#shared/nouns/index.ts';
import type { Call } from '../../api/call.ts';
import { routesOf } from '../../api/routes.ts';
import type { ReadTx, WriteTx } from '../../database/database.ts';
import { log } from '../../log.ts';
import { PaperRenderError } from '../../printing/paper-render-error.ts';
import { withLogo } from '../../printing/packed-definition.ts';
import type { RenderedPaper } from '../../printing/paper-writer.ts';
import { recordListPrint } from '../audit/audit.exports.service.ts';
import { logoDataUrl } from '../attachments/logo.queries.ts';
import { houseOf } from '../../modules/settings/house.queries.ts';
import { papers } from '../../roll/papers.ts';
import { setMonthPaper } from '../../modules/stock/month-paper.queries.ts';
import { listPrints, previewPaper, setListPaper } from './papers.queries.ts';
import { countPrint, recordRefusedPrint } from './papers.service.ts';
import { keptPrint } from './printed-papers.queries.ts';
import { keepPrinted } from './printed-papers.service.ts';
import type { SetPaper, Wanted } from './set-paper.queries.ts';

const at = routesOf(papersContract);

/** A paper somebody asks for. */
interface WantedPaper extends Wanted {
  readonly kind: PaperKind;
}

/** Every paper of the house. */
export const papersRoutes = {
  preview: at.preview.handler(async ({ context, input }) => {
    const paper = await context.look((tx) => preview(tx, input), lookOf);
    return pdfFile((await rendered(context, 'paperRenderer', paper)).pdf, paper.fileName);
  }),
  missingCharacters: at.missingCharacters.handler(async ({ context, input }) => {
    const { definition } = await context.look((tx) => preview(tx, input), lookOf);
    return { characters: [...(await context.parts.paperRenderer.missingCharacters(definition))] };
  }),
  print: at.print.handler(async ({ context, input, path, procedure }) => {
    try {
      return await context.act({ path, procedure }, input, (tx) => print(tx, input));
    } catch (error) {
      // The print that the rules refused is kept, though everything the act itself wrote is gone.
      if (error instanceof Refusal && !refusedBeforeTheRules.has(error.code))
        await context.write((tx) => recordRefusedPrint(tx, papers[input.kind], input, error.code));
      throw error;
    }
  }),
  printed: at.printed.handler(async ({ context, input }) => {
    const kept = await context.look((tx) => keptPrint(tx, papers, input), lookOf);
    const { printId, fileName } = kept;
    const store = context.parts.attachmentStore;
    if (kept.sha256 !== undefined) return pdfFile(await store.read(kept.sha256), fileName);
    const { pdf, missingCharacters } = await rendered(context, 'paperRenderer', kept);
    const stored = await store.keep(new Blob([pdf]), fileName);
    // Handed out only when it is kept: whoever asks again gets these very bytes.
    const sha256 = await context.write((tx) => keepPrinted(tx, stored, { printId, missingCharacters }));
    return pdfFile(sha256 === stored.sha256 ? pdf : await store.read(sha256), fileName);
  }),
  list: at.list.handler(async ({ context, input: { list, ...input } }) => {
    const paper = await context.read(async (tx) => setListPaper(tx, input, await houseOf(tx)));
    const { pdf } = await rendered(context, 'listRenderer', paper);
    const { filter, order, isCut, columns, rows } = input;
    const told = { filter, order, isCut, columns: columns.map(({ label }) => label) };
    // Handed out only when it is on record who takes it.
    await context.write((tx) =>
      recordListPrint(tx, { list, fileName: paper.fileName, rowCount: rows.length, filter: told }),
    );
    return pdfFile(pdf, paper.fileName);
  }),
  month: at.month.handler(async ({ context, input }) => {
    const { paper, list } = await context.read((tx) => setMonthPaper(tx, input));
    const { pdf } = await rendered(context, 'listRenderer', paper);
    const { filter, columns, rows } = list;
    const told = { filter, columns: columns.map(({ label }) => label) };
    await context.write((tx) =>
      recordListPrint(tx, { list: 'month', fileName: paper.fileName, rowCount: rows.length, filter: told }),
    );
    return pdfFile(pdf, paper.fileName);
  }),
  prints: at.prints.handler(async ({ context, input }) => {
    const found = await context.read((tx) => listPrints(tx, papers, input));
    // Whoever looks at a document may print it next; before anybody does, the thread would only take memory.
    setImmediate(() => context.parts.paperRenderer.warmUp());
    return found;
  }),
};

const refusedBeforeTheRules: ReadonlySet<string> = new Set(['OPERATION_ID_REUSED', 'NOT_PERMITTED']);

async function preview(tx: ReadTx, { kind, ...wanted }: WantedPaper) {
  return previewPaper(tx, papers[kind], wanted, await houseOf(tx));
}

async function print(tx: WriteTx, { kind, ...wanted }: WantedPaper) {
  const counted = await countPrint(tx, papers[kind], wanted, await houseOf(tx));
  await papers[kind].notePrinted?.(tx, wanted.documentId, counted);
  return { printId: counted.printId, ordinal: counted.ordinal };
}

const lookOf = ({ look }: { readonly look: Look | undefined }) => look;

/** Rendering takes its time and happens outside every transaction. A logo that cannot be drawn is left out. */
async function rendered(
  call: Call,
  renderer: 'paperRenderer' | 'listRenderer',
  { definition, logoAttachmentId }: Pick<SetPaper, 'definition' | 'logoAttachmentId'>,
): Promise<RenderedPaper> {
  const render = call.parts[renderer];
  const logo = logoAttachmentId === null ? undefined : await logoDataUrl(call, logoAttachmentId);
  if (logo === undefined) return render.renderPaperWithReport(definition);
  try {
    return await render.renderPaperWithReport(withLogo(definition, logo));
  } catch (error) {
    if (!(error instanceof PaperRenderError) || error.failure === 'closed') throw error;
    log.warn('papers.logoLeftOut', { attachmentId: logoAttachmentId, reason: error.failure });
    return render.renderPaperWithReport(definition);
  }
}

function pdfFile(pdf: Uint8Array<ArrayBuffer>, fileName: string): File {
  return new File([pdf], fileName, { type: 'application/pdf' });
}
