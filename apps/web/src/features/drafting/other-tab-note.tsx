import { useT } from '../../shared/i18n/translate';
import { useOtherTab } from './use-other-tab';

/** Two tabs on one draft overwrite each other: said as soon as the second is opened. */
export function OtherTabNote({ documentId }: { documentId: string | null }) {
  const t = useT();
  const others = useOtherTab(documentId);
  if (!others) return null;
  return (
    <p role="status" className="rounded-8 border-l-4 border-orange-900 bg-orange-50 px-3 py-2">
      {t('draft.otherTab')}
    </p>
  );
}
