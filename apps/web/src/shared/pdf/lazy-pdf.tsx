import { firstRest } from '../ui/first-rest';
import { later } from '../ui/later';
import { Loading } from '../ui/loading';

const PdfViewer = later(() => import('./pdf-viewer'), <Loading lines={6} />);

/** Fetches the viewer while the browser is idle, so that the first attachment opens at once. */
export function prefetchPdfViewer(): void {
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
  void firstRest.then(() => idle(PdfViewer.fetch));
}

interface LazyPdfProps {
  url: string;
  /** How many pages, from the first on, have a small picture. */
  thumbnails: number;
  page?: number | undefined;
  marks?: readonly string[] | undefined;
}

export function LazyPdf({ url, thumbnails, page, marks }: LazyPdfProps) {
  return <PdfViewer url={url} thumbnails={thumbnails} opensAt={page} marks={marks} />;
}
