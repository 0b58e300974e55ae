import type { RuleEffect, useRulePreview } from '../../shared/api/retention-rules';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { MoreButton } from '../../shared/ui/more-button';
import { TableHead } from '../../shared/ui/table-head';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';

const columns = ['due.file', 'dates.before', 'dates.after'] as const;

/** What a changed rule would do: how many files of which section, and page by page which, with both dates. */
export function RuleEffectNote({
  effect,
  list,
}: {
  effect: RuleEffect;
  list: ReturnType<typeof useRulePreview>['list'];
}) {
  const { t, locale } = useLanguage();
  if (effect.files === 0) return <p>{t('rule.noFiles')}</p>;
  const { files, documents, shorter, held, inDisposal } = effect;
  const named = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : t('dates.none'));
  return (
    <section aria-label={t('rule.effect')} className="flex flex-col gap-2 rounded-8 border border-line p-2">
      <p>
        <b>{t('rule.counts', { files, documents })}</b>{' '}
        {effect.bySection.map(({ name, count }) => `${name} ${count}`).join('、')}
      </p>
      {shorter > 0 && <p>{t('rule.shorterCount', { n: shorter })}</p>}
      {held + inDisposal > 0 && <p>{t('rule.staying', { held, inDisposal })}</p>}
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('rule.effect')}</caption>
        <TableHead columns={columns} />
        <tbody>
          {named.map((file) => (
            <tr key={file.fileId} className="border-b border-line align-top">
              <td className="py-1 pr-3">
                {file.title}{' '}
                <span className="text-13 text-quiet">{`${formatFiscalYear(file.fiscalYear, locale)} ${file.sectionName}`}</span>{' '}
                {file.stays && (
                  <Chip tone="warn">{t(file.stays === 'held' ? 'rule.isHeld' : 'rule.isInDisposal')}</Chip>
                )}
              </td>
              <td className="py-1 pr-3 whitespace-nowrap">{day(file.expiresOn)}</td>
              <td className="py-1 font-bold whitespace-nowrap">
                {day(file.wouldBe)} {file.isShorter && <Chip tone="urgent">{t('rule.isShorter')}</Chip>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {files > named.length && <p className="text-13">{t('rule.more', { n: files - named.length })}</p>}
      <MoreButton list={list} />
    </section>
  );
}
