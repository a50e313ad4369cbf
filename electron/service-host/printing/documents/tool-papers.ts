import type { Day, Moment } from '#shared/domain/days.ts';
import type { Fen } from '#shared/domain/money.ts';
import { translate } from '#shared/messages/translate.ts';
import type { PaperDefinition } from '../layout/paper-definition.ts';
import { paperFrame, printMark } from './frame.ts';
import { a5Landscape, tag80By50 } from './page-formats.ts';
import { wordingOf, type PaperContext } from './paper-context.ts';
import { factGrid } from './unit-facts.ts';
import { moneyText, momentText, orDash, signedText } from './values.ts';

/** 工具标签: what a tool is called, and whom to bring it to. */
export interface ToolLabelPaper {
  readonly number: string;
  readonly name: string;
  readonly category: string;
  readonly keeperName: string;
  readonly nextCheckDay: Day | null;
  readonly qrText: string;
}

/** 借用单: a tool that was lent, to be signed by the borrower. */
export interface LoanSlipPaper {
  readonly number: string;
  readonly toolNumber: string;
  readonly toolName: string;
  readonly category: string;
  readonly valueFen: Fen;
  readonly borrower: string;
  readonly lentBy: string;
  readonly lentAt: Moment;
  readonly dueBackDay: Day;
  readonly caseNumber: string;
  readonly notes: string;
}

/** One label of 80 × 50 mm. */
export function toolLabelPaper(tool: ToolLabelPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  const { language, print } = context;
  const title = translate(language, 'tools.labelTitle');
  return {
    title: `${title} ${tool.number}`,
    language,
    page: tag80By50,
    printedAt: print.printedAt,
    copies: [''],
    blocks: [
      {
        kind: 'tag',
        title,
        number: tool.number,
        // A preview that is stuck on a tool must not be taken for its label by the scanner.
        ...(print.isPreview ? { qrPlace: words.qrComesWithTag } : { qrText: tool.qrText }),
        note: [printMark(print, words), context.firm.name].filter(Boolean).join(' · '),
        facts: [
          { label: words.tagName, value: tool.name, lines: 2 },
          { label: translate(language, 'fields.category'), value: tool.category, lines: 1 },
          { label: translate(language, 'fields.keeperId'), value: tool.keeperName, lines: 1 },
          { label: translate(language, 'fields.nextCheckDay'), value: tool.nextCheckDay ?? '', lines: 1 },
        ],
      },
    ],
  };
}

/** The loan slip, half a sheet of A4. */
export function loanSlipPaper(slip: LoanSlipPaper, context: PaperContext): PaperDefinition {
  const words = wordingOf(context);
  const { language, timeZone } = context;
  return {
    ...paperFrame(
      {
        title: translate(language, 'tools.slipTitle'),
        number: slip.number,
        caseNumber: slip.caseNumber,
        page: a5Landscape,
      },
      context,
    ),
    blocks: [
      factGrid(
        [
          [
            { label: translate(language, 'tools.toolNumber'), value: slip.toolNumber },
            { label: words.tagName, value: slip.toolName, pairs: 2 },
          ],
          [
            { label: translate(language, 'fields.category'), value: orDash(slip.category, words) },
            {
              label: translate(language, 'fields.tool_valueFen'),
              value: slip.valueFen === 0 ? words.nothing : moneyText(slip.valueFen, words),
            },
            { label: translate(language, 'tools.borrower'), value: slip.borrower },
          ],
          [
            { label: translate(language, 'tools.lentAt'), value: momentText(slip.lentAt, timeZone) },
            { label: translate(language, 'fields.dueBackDay'), value: slip.dueBackDay },
            { label: words.notes, value: orDash(slip.notes, words) },
          ],
        ],
        context,
      ),
      {
        kind: 'signatures',
        heightMm: 22,
        dateLine: words.signatureDate,
        fields: [
          { label: words.signedByWarehouse, note: signedText(slip.lentBy, slip.lentAt, context) },
          { label: translate(language, 'tools.signedByBorrower'), note: slip.borrower },
        ],
      },
    ],
  };
}
