// The reader of PDFs runs in a file of its own: the page allows no other scripts.
import 'pdfjs-dist/build/pdf.worker.mjs';
