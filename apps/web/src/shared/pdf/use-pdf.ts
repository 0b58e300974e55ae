import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { isAdmitted } from '../api/admission';
import { openPdf } from './pdfjs';

export interface OpenedPdf {
  readonly document: PDFDocumentProxy | null;
  readonly failed: boolean;
}

/** The PDF at a URL, closed again when another is shown. */
export function usePdf(url: string): OpenedPdf {
  const [opened, setOpened] = useState<OpenedPdf & { url: string }>({ url, document: null, failed: false });
  useEffect(() => {
    let current = true;
    let task = openPdf(url);
    const again = async () => {
      if (!current || !(await isAdmitted(url)) || !current) throw new Error('refused');
      void task.destroy();
      task = openPdf(url);
      return task.promise;
    };
    task.promise.catch(again).then(
      (document) => current && setOpened({ url, document, failed: false }),
      () => current && setOpened({ url, document: null, failed: true }),
    );
    return () => {
      current = false;
      void task.destroy();
    };
  }, [url]);
  return opened.url === url ? opened : { document: null, failed: false };
}
