/** Path prefix of the pdf.js worker, cmaps and fonts; set by vite.config.ts, ends with a slash. */
declare const __PDF_BASE__: string;
