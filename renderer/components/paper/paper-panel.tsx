import { useEffect, useRef, useState } from 'react';
import { App } from 'antd';
import { useShortcut } from '../../app/keyboard/use-shortcut.ts';
import { useText } from '../../app/text.ts';
import { troubleOf } from '../../service/trouble.ts';
import type { Trouble } from '../../service/trouble.ts';
import { KeyButton } from '../key-button.tsx';
import { saveFile } from '../save-file.ts';
import { TroubleBanner, sentenceOf } from '../trouble-banner.tsx';
import { PdfPages } from './pdf-pages.tsx';
import type { PrintOutcome } from './print-document.ts';
import { PrinterChoice, usePrinter } from './printer-choice.tsx';

const scales = [0.6, 0.75, 0.9, 1, 1.25, 1.5, 2];

/** A paper over the screen: its pages, print, save, larger and smaller, Esc away. */
export function PaperPanel({
  name,
  file,
  trouble = null,
  paperKind = 'file',
  note = '',
  onPrint,
  onClose,
}: {
  readonly name: string;
  readonly file: File | undefined;
  readonly trouble?: Trouble | null;
  /** Each kind of paper remembers its printer. */
  readonly paperKind?: string | undefined;
  /** A sentence over the paper that must be seen before it is printed. */
  readonly note?: string | undefined;
  /** Left out for a paper that is only looked at. */
  readonly onPrint?: ((printerName: string | undefined) => Promise<PrintOutcome>) | undefined;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { message } = App.useApp();
  const panel = useRef<HTMLElement>(null);
  const printer = usePrinter(paperKind);
  const [scale, setScale] = useState(1);
  const [pageCount, setPageCount] = useState(0);
  const [isPrinting, setIsPrinting] = useState(false);
  const [ownTrouble, setOwnTrouble] = useState<Trouble | null>(null);
  // Closed while a print is under way: it goes on, and what becomes of it is said over whatever is on the screen then.
  const isClosed = useRef(false);
  const close = () => {
    if (isPrinting) void message.info(t('common.printGoesOn', { name }), 6);
    onClose();
  };
  useShortcut('Escape', close, 'common.close');
  // What had the focus gets it back.
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    isClosed.current = false;
    return () => {
      isClosed.current = true;
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const print = async () => {
    if (!onPrint) return;
    setIsPrinting(true);
    setOwnTrouble(null);
    try {
      const result = await onPrint(printer.name);
      if (result.kind === 'refused') tell(result.trouble);
      if (result.kind === 'failed') {
        const failed = t('common.printFailed', { detail: result.detail || result.reason });
        void message.error(isClosed.current ? `${name} ${failed}` : failed);
      }
      if (result.kind === 'queued' && window.desktop)
        void message.success(
          isClosed.current ? `${name} ${t('common.sentToPrinter')}` : t('common.sentToPrinter'),
        );
    } catch (error) {
      tell(troubleOf(error));
    } finally {
      setIsPrinting(false);
    }
  };
  const tell = (refused: Trouble) => {
    if (isClosed.current) void message.error(`${name} ${sentenceOf(refused, t)}`, 10);
    else setOwnTrouble(refused);
  };
  const save = async () => {
    if (!file) return;
    const saved = await saveFile(file);
    if (saved.kind === 'saved') void message.success(t('common.fileSaved', { fileName: saved.fileName }));
    if (saved.kind === 'failed') void message.error(t('common.fileNotSaved'));
  };
  const zoom = (step: number) => setScale(scales[scales.indexOf(scale) + step] ?? scale);

  return (
    <div className="paper-over" onClick={(event) => event.target === event.currentTarget && close()}>
      <section className="paper-panel" role="dialog" aria-label={name} ref={panel} tabIndex={-1}>
        <header>
          <h2 className="cut">{name}</h2>
          {pageCount > 1 && <span className="mut sm">{pageCount}</span>}
          <span className="grow" />
          <KeyButton onPress={() => zoom(-1)} disabled={scale === scales[0]}>
            −
          </KeyButton>
          <KeyButton onPress={() => zoom(1)} disabled={scale === scales.at(-1)}>
            +
          </KeyButton>
          {onPrint && <PrinterChoice printer={printer} />}
          <KeyButton label="common.saveFile" onPress={() => void save()} disabled={!file} />
          {onPrint && (
            <KeyButton
              primary
              label="common.print"
              keys="Ctrl+P"
              pending={isPrinting}
              disabled={!file}
              onPress={() => void print()}
            />
          )}
          <KeyButton label="common.close" shownKeys="Escape" onPress={close} />
        </header>
        <TroubleBanner trouble={trouble ?? ownTrouble} />
        {note !== '' && (
          <div className="banner soon" role="status" data-testid="paper-note">
            {note}
          </div>
        )}
        {file && <PdfPages file={file} scale={scale} onPageCount={setPageCount} />}
      </section>
    </div>
  );
}
