import { PDFiumLibrary } from '@hyzyla/pdfium';

/** All text of a PDF, page after page. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const text = [...document.pages()].map((page) => page.getText()).join('\n');
  document.destroy();
  library.destroy();
  return text;
}

export const squashed = (text: string): string => text.replace(/\s/gu, '');
