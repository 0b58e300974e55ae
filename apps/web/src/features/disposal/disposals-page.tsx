import { Link } from '@tanstack/react-router';
import { type DisposalLine, useDisposalBatches } from '../../shared/api/disposal';
import { useMe } from '../../shared/api/session';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';
import { LockNote } from './lock-note';
import { RegisterLinks } from './register-links';

function BatchRow({ line }: { line: DisposalLine }) {
  const { t, locale } = useLanguage();
  return (
    <tr className="border-b border-line align-top">
      <td className="py-2 pr-3">
        <Link to="/disposal/$id" params={{ id: line.id }} className="touch-target font-bold text-key-900 underline">
          {line.sectionName} {line.fiscalYearLabel}
          {line.no > 1 ? ` (${line.no})` : ''}
        </Link>
        {line.expiresOn && (
          <p className="text-13 text-quiet">{t('disposal.expired', { day: formatDay(line.expiresOn, locale) })}</p>
        )}
      </td>
      <td className="py-2 pr-3 whitespace-nowrap">
        {t('disposal.size', { files: line.counts.files, documents: line.counts.documents })}
      </td>
      <td className="py-2">
        {t(`disposal.step.${line.step}` as PlainKey)} {line.yours && <Chip tone="level">{t('disposal.yours')}</Chip>}
      </td>
    </tr>
  );
}

const keepers = ['records_officer', 'archivist', 'auditor'];

/** 保存・廃棄: what has expired, by section, and where it stands. */
export function DisposalsPage() {
  const { t } = useLanguage();
  const me = useMe();
  const list = useDisposalBatches();
  const keeps = me.roles.some(({ role }) => keepers.includes(role));
  return (
    <Page title={t('nav.disposal')} aside={keeps && <RegisterLinks />}>
      <LockNote />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data?.items.length === 0 && <p className="py-6">{t('disposal.empty')}</p>}
      {list.data && list.data.items.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('nav.disposal')}>
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('nav.disposal')}</caption>
            <thead className="border-b border-solid-gray-536 text-left text-13">
              <tr>
                {(['disposal.section', 'disposal.files', 'disposal.step'] as const).map((key) => (
                  <th key={key} scope="col" className="py-1 font-normal">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.data.items.map((line) => (
                <BatchRow key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
