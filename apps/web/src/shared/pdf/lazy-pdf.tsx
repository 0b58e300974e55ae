import { lazy, Suspense } from 'react';
import { Loading } from '../ui/loading';

const load = () => import('./pdf-viewer');
const PdfViewer = lazy(load);

/** Fetches the viewer while the browser is idle, so that the first attachment opens at once. */
export function prefetchPdfViewer(): void {
  const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
  idle(() => void load().catch(() => undefined));
}

interface LazyPdfProps {
  url: string;
  /** How many pages, from the first on, have a small picture. */
  thumbnails: number;
  page?: number | undefined;
  marks?: readonly string[] | undefined;
}

export function LazyPdf({ url, thumbnails, page, marks }: LazyPdfProps) {
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <PdfViewer url={url} thumbnails={thumbnails} opensAt={page} marks={marks} />
    </Suspense>
  );
}
