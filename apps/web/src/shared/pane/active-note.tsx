import type { Attachment } from '../api/types';
import { useLanguage, type PlainKey, type Translate } from '../i18n/translate';

const SEPARATORS = { ja: '、', en: ', ' } as const;

/** `マクロを含みます`: what the inspection found in an original that could act by itself, in words. */
function words(activeContent: readonly string[], t: Translate): string[] {
  return [...new Set(activeContent.map((name) => t(`active.${name}` as PlainKey)))].filter((word) => word !== '');
}

/** Says what the original of a file could do, to whoever reads it, keeps it or decides on it. */
export function ActiveNote({ attachment }: { attachment: Pick<Attachment, 'activeContent' | 'rendition'> }) {
  const { t, locale } = useLanguage();
  const found = words(attachment.activeContent, t);
  if (found.length === 0) return null;
  return (
    <span role="note" className="block text-13 text-orange-900">
      <b>{t('attachment.active', { what: found.join(SEPARATORS[locale]) })}</b>{' '}
      {attachment.rendition === 'ready' && t('attachment.neutral')}
    </span>
  );
}
