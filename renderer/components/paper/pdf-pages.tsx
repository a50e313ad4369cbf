import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { useText } from '../../app/text.ts';

/** Width of a page at 100 %, in pixels: A4 with its print as large as the screen's own. */
const fullWidthPx = 820;

/** The pages of a PDF, drawn one under the other. */
export function PdfPages({
  file,
  scale,
  onPageCount,
}: {
  readonly file: Blob;
  readonly scale: number;
  readonly onPageCount: (count: number) => void;
}) {
  const t = useText();
  const place = useRef<HTMLDivElement>(null);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [isBroken, setIsBroken] = useState(false);

  useEffect(() => {
    let task: PDFDocumentLoadingTask | undefined;
    let isShown = true;
    const read = async () => {
      const started = await startReading(file);
      task = started;
      if (!isShown) return void started.destroy();
      const opened = await started.promise;
      setIsBroken(false);
      setPdf(opened);
      onPageCount(opened.numPages);
    };
    read().catch(() => {
      if (isShown) setIsBroken(true);
    });
    return () => {
      isShown = false;
      setPdf(null);
      void task?.destroy();
    };
  }, [file, onPageCount]);

  useEffect(() => {
    const pages = place.current;
    if (!pdf || !pages) return;
    const stop = new AbortController();
    drawPages(pdf, pages, scale, stop.signal).catch(() => {
      if (!stop.signal.aborted) setIsBroken(true);
    });
    return () => stop.abort();
  }, [pdf, scale]);

  if (isBroken) return <p className="empty">{t('common.paperBroken')}</p>;
  return <div className="paper-pages" ref={place} tabIndex={0} />;
}

async function startReading(file: Blob): Promise<PDFDocumentLoadingTask> {
  const [{ getDocument, GlobalWorkerOptions }, data] = await Promise.all([
    import('pdfjs-dist'),
    file.arrayBuffer(),
  ]);
  GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    type: 'module',
  });
  // Our own papers embed their fonts; nothing is fetched, and the page's policy allows no code made at run time.
  return getDocument({ data, useSystemFonts: false, disableFontFace: false, stopAtErrors: true });
}

async function drawPages(
  pdf: PDFDocumentProxy,
  place: HTMLElement,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const canvases: HTMLCanvasElement[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    if (signal.aborted) return;
    const atOne = page.getViewport({ scale: 1 });
    const shownWidth = Math.min(fullWidthPx, atOne.width * 1.4) * scale;
    const viewport = page.getViewport({ scale: (shownWidth / atOne.width) * devicePixelRatio });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    canvas.style.width = `${Math.round(viewport.width / devicePixelRatio)}px`;
    canvas.dataset['page'] = String(number);
    await page.render({ canvas, viewport }).promise;
    if (signal.aborted) return;
    canvases.push(canvas);
    // The first page is shown at once, the others as they come.
    if (number === 1) place.replaceChildren(canvas);
    else place.append(canvas);
  }
}
