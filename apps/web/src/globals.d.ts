/** Path prefix of pdf.js cmaps, fonts and codecs; set by vite.config.ts, ends with a slash. */
declare const __PDF_BASE__: string;
/** Address of the pdf.js worker, the one file that may compile WebAssembly. */
declare const __PDF_WORKER__: string;
