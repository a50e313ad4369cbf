/** Where a file went, as far as it can be known; a browser saves by itself and tells nothing. */
export type SavedFile =
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' };

/** Saves a file where the person wants it. */
export async function saveFile(file: File): Promise<SavedFile> {
  if (!window.desktop) {
    download(file);
    return { kind: 'saved', fileName: file.name };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = await window.desktop.saveFile({ fileName: file.name, bytes });
  return result.kind === 'saved' ? { kind: 'saved', fileName: result.fileName } : { kind: result.kind };
}

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
