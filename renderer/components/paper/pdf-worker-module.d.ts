// pdfjs-dist ships its worker without types; it is only run, never called.
declare module 'pdfjs-dist/build/pdf.worker.mjs';
