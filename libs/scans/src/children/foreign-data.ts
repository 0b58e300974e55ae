const NEAR = 64 * 1024;
const PDF_START_WITHIN = 1024;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const PDF_START = Buffer.from('%PDF-');
const MARKUP = /<(?:html|script|svg|iframe|body)[\s>]|<\?php/i;

/** Whether other programs would find another file in these bytes: a PDF that is also a ZIP, a picture that is also a page. */
export function hasForeignData(content: string, bytes: Buffer): boolean {
  if (content !== 'pdf' && bytes.subarray(0, PDF_START_WITHIN).includes(PDF_START)) return true;
  if (bytes.subarray(-NEAR).includes(ZIP_END)) return true;
  if (content === 'pdf') return false;
  return MARKUP.test(bytes.toString('latin1', 0, NEAR)) || MARKUP.test(bytes.toString('latin1', bytes.length - NEAR));
}
