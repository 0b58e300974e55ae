import { useT } from '../i18n/translate';
import { Button } from '../ui/button';

/** ページ一覧, 検索, 文字: what can be opened beneath the tools. */
export type PdfTool = 'pages' | 'find' | 'text';

interface PdfToolbarProps {
  page: number;
  pages: number;
  zoom: number;
  onPage: (page: number) => void;
  onZoom: (zoom: number) => void;
  onRotate: () => void;
  /** What is opened beneath the tools. */
  opened: ReadonlySet<PdfTool>;
  onOpen: (tool: PdfTool) => void;
}

const steps = [1, 1.25, 1.5, 2, 3, 4] as const;
export const nextStep = (zoom: number) => steps.find((step) => step > zoom) ?? zoom;
export const previousStep = (zoom: number) => [...steps].reverse().find((step) => step < zoom) ?? zoom;

/** Page, size and turning of the PDF in view; 100 % is the width of the pane. */
export function PdfToolbar({ page, pages, zoom, onPage, onZoom, onRotate, opened, onOpen }: PdfToolbarProps) {
  const t = useT();
  return (
    <div role="group" aria-label={t('pdf.tools')} className="flex flex-wrap items-center gap-2 text-13">
      <Button look="quiet" aria-label={t('pdf.previousPage')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹
      </Button>
      <span aria-live="polite">{t('pdf.pageOf', { page, pages })}</span>
      <Button look="quiet" aria-label={t('pdf.nextPage')} disabled={page >= pages} onClick={() => onPage(page + 1)}>
        ›
      </Button>
      <Button
        look="quiet"
        aria-label={t('pdf.smaller')}
        disabled={zoom <= 1}
        onClick={() => onZoom(previousStep(zoom))}
      >
        −
      </Button>
      <span>{Math.round(zoom * 100)}%</span>
      <Button look="quiet" aria-label={t('pdf.larger')} disabled={zoom >= 4} onClick={() => onZoom(nextStep(zoom))}>
        +
      </Button>
      <Button look="quiet" onClick={onRotate}>
        {t('pdf.rotate')}
      </Button>
      <Button look="quiet" aria-expanded={opened.has('pages')} onClick={() => onOpen('pages')}>
        {t('pdf.strip.show')}
      </Button>
      <Button look="quiet" aria-expanded={opened.has('find')} onClick={() => onOpen('find')}>
        {t('pdf.find.show')}
      </Button>
      <Button look="quiet" aria-expanded={opened.has('text')} onClick={() => onOpen('text')}>
        {t('pdf.text.show')}
      </Button>
    </div>
  );
}
