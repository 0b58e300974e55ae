import type { DocumentAttributes } from '../api/types';
import { confidentialityLabel } from '../i18n/labels';
import { useLanguage } from '../i18n/translate';
import { formatDay } from '../wareki/format';

/** What else the sheet states: urgency and its ground, secrecy, the day wanted, circumstances, enclosures. */
export function SheetRemarks({
  attributes,
  attachments,
  additions = [],
}: {
  attributes: DocumentAttributes;
  attachments: readonly string[];
  additions?: readonly string[] | undefined;
}) {
  const { t, locale } = useLanguage();
  const rows: [string, string][] = [];
  if (attributes.urgent) rows.push([t('sheet.urgent'), attributes.urgencyReason ?? '']);
  if (attributes.medium !== 'electronic') {
    const papers = attributes.paperAttachments.join(locale === 'ja' ? '、' : ', ');
    const why = [attributes.paperReason, attributes.paperNote].filter(Boolean).join(' ');
    rows.push([t('sheet.medium'), `${t(`medium.${attributes.medium}`)} (${why})`]);
    if (papers) rows.push([t('sheet.papers'), papers]);
  }
  if (attributes.dueOn) rows.push([t('sheet.dueOn'), formatDay(attributes.dueOn, locale)]);
  if (attributes.confidentiality !== 'none') {
    const { confidentiality, confidentialUntil: until } = attributes;
    const end = until ? ` (${t('sheet.until', { day: formatDay(until, locale) })})` : '';
    rows.push([t('sheet.confidentiality'), t(confidentialityLabel(confidentiality)) + end]);
  }
  if (attributes.disclosureReason) rows.push([t('sheet.disclosureReason'), attributes.disclosureReason]);
  if (attributes.escalations.length > 0) {
    const separator = locale === 'ja' ? '、' : ', ';
    rows.push([t('sheet.escalations'), attributes.escalations.map((name) => t(`escalation.${name}`)).join(separator)]);
  }
  if (attachments.length > 0) rows.push([t('sheet.enclosures'), attachments.join(locale === 'ja' ? '、' : ', ')]);
  if (additions.length > 0) rows.push([t('addition.heading'), additions.join(locale === 'ja' ? '、' : ', ')]);
  if (rows.length === 0) return null;
  return (
    <dl className="mt-6 grid grid-cols-[max-content_1fr] gap-px border border-solid-gray-700 bg-solid-gray-700 text-13">
      {rows.map(([label, text]) => (
        <div key={label} className="contents">
          <dt className="bg-solid-gray-50 px-2 py-1">{label}</dt>
          <dd className="min-w-0 bg-paper px-2 py-1">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
