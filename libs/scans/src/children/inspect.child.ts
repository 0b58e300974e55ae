import { PDFiumLibrary } from '@hyzyla/pdfium';
import { answer } from './answer';
import { inspectContent } from './inspect-content';

export interface InspectRequest {
  readonly path: string;
}

// Nearly everything that comes is a PDF, and the library takes its time: it gets ready while the request is on its way.
void PDFiumLibrary.init().catch(() => undefined);
void answer(({ path }: InspectRequest) => inspectContent(path));
