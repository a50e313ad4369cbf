import type { PrintPdfResult } from '#shared/desktop/desktop-bridge.ts';

/** Prints a PDF: on the desktop without a dialog, in a browser through the browser's own. */
export async function printFile(file: File, printerName: string | undefined): Promise<PrintPdfResult> {
  if (!window.desktop) {
    await printInBrowser(file);
    return { kind: 'queued' };
  }
  const pdf = new Uint8Array(await file.arrayBuffer());
  const title = file.name.replace(/\.pdf$/i, '').slice(0, 300) || undefined;
  return await window.desktop.printPdf({ pdf, printerName, title });
}

async function printInBrowser(file: Blob): Promise<void> {
  const address = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:1px;height:1px;border:0;opacity:0';
  frame.src = address;
  const before = document.activeElement;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  frame.contentWindow?.print();
  // Left in the frame, the keys would never reach the page again.
  frame.blur();
  if (before instanceof HTMLElement) before.focus();
  // The dialog reads the frame for as long as it is open, and does not say when it closes.
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(address);
  }, 10 * 60_000);
}
