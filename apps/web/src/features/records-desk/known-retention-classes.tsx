import { useRetentionClasses } from '../../shared/api/keeping';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { ProblemNote } from '../../shared/ui/problem-note';
import { TableHead } from '../../shared/ui/table-head';
import { formatDay } from '../../shared/wareki/format';

const columns = ['class.code', 'rule.label', 'rule.years', 'rule.basis', 'plan.disposition', 'class.version'] as const;

/** 保存期間の区分 that are there, each with the version of what it says. */
export function KnownRetentionClasses() {
  const { t, locale } = useLanguage();
  const list = useRetentionClasses();
  return (
    <section aria-labelledby="known-classes" className="flex flex-col gap-2">
      <h3 id="known-classes" className="text-16">
        {t('class.known')}
      </h3>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      <table className="w-full border-collapse text-13">
        <caption className="sr-only">{t('class.known')}</caption>
        <TableHead columns={columns} />
        <tbody>
          {list.data?.items.map((one) => (
            <tr key={one.code} className="border-b border-line align-top">
              <th scope="row" className="py-1 pr-3 text-left">
                {one.code}
              </th>
              <td className="py-1 pr-3">{one.label}</td>
              <td className="py-1 pr-3">
                {one.years ?? t('class.endless')}
                {one.statutoryYears !== null && (
                  <span className="block text-quiet">
                    {t('class.statute', { n: one.statutoryYears, law: one.statutoryLaw ?? '' })}
                  </span>
                )}
              </td>
              <td className="py-1 pr-3">{t(`rule.basis.${one.basis}` as PlainKey)}</td>
              <td className="py-1 pr-3">{t(`plan.disposition.${one.disposition}` as PlainKey)}</td>
              <td className="py-1">
                {one.since
                  ? t('class.versionSince', { n: one.version, day: formatDay(one.since, locale) })
                  : t('class.versionNo', { n: one.version })}{' '}
                {one.isToCome && <Chip tone="level">{t('class.toCome')}</Chip>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
