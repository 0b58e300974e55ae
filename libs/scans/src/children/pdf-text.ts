import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What each page of a PDF says by itself. */
export async function pdfText(bytes: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  return Array.from(document.pages(), (page) => page.getText());
}
