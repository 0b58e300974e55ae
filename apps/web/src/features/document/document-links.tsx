import { Link } from '@tanstack/react-router';
import type { Document } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { buttonClass } from '../../shared/ui/button';

/** What one may do with the document apart from acting on it: change it, print it, start from it. */
export function DocumentLinks({ document }: { document: Document }) {
  const t = useT();
  return (
    <p className="no-print flex flex-wrap items-center gap-1 text-13">
      {document.allowed.includes('edit') && (
        <Link to="/draft/form" search={{ doc: document.id }} className={buttonClass('secondary', 'mr-2')}>
          {t('acts.edit')}
        </Link>
      )}
      <a
        href={`/api/v1/documents/${encodeURIComponent(document.id)}/sheet.pdf`}
        download
        className={buttonClass('link')}
      >
        {t('document.sheetPdf')}
      </a>
      <Link to="/draft/form" search={{ from: document.id }} className={buttonClass('link')}>
        {t('draft.again')}
      </Link>
    </p>
  );
}
