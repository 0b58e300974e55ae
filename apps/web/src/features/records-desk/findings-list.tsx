import { Link } from '@tanstack/react-router';
import { type Finding, findingsAddress, useFindings } from '../../shared/api/findings';
import { useLanguage } from '../../shared/i18n/translate';
import { buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';

function Line({ finding }: { finding: Finding }) {
  const { t, locale } = useLanguage();
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2">
      <div className="min-w-60 grow">
        <Link
          to="/record-files/$id"
          params={{ id: finding.fileId }}
          className="touch-target font-bold text-key-900 underline"
        >
          {finding.title}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
          <span>{finding.unitName}</span>
          <span>{formatFiscalYear(finding.fiscalYear, locale)}</span>
          <span>{finding.classCode}</span>
          {finding.volume > 1 && <span>{t('file.volume', { n: finding.volume })}</span>}
        </p>
        <p>{finding.text}</p>
      </div>
      <span className="text-13">{t('attention.found', { day: formatDay(finding.foundOn, locale) })}</span>
    </li>
  );
}

/** 点検で見つかった簿冊: what the nightly sweep has found and nobody has mended yet, each with what mends it (SWEEP-2). */
export default function FindingsList({ unit }: { unit: string | undefined }) {
  const { t } = useLanguage();
  const list = useFindings(unit);
  const findings = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-3 text-quiet">
        {t('findings.help')}
        <a className={buttonClass('link')} href={findingsAddress(unit)} download>
          {t('due.csv')}
        </a>
      </p>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && findings.length === 0 && <p className="py-6">{t('findings.none')}</p>}
      {findings.length > 0 && (
        <ul aria-label={t('findings.title')}>
          {findings.map((finding) => (
            <Line key={finding.id} finding={finding} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
}
