import type { Reading } from '../../shared/api/readings';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Moment } from '../../shared/wareki/day';
import { townTime } from '../../shared/wareki/format';

/** The role in words, as far as this screen has them. */
const ROLES = [
  'auditor',
  'records_officer',
  'records_clerk',
  'archivist',
  'system_admin',
  'org_admin',
  'emergency',
] as const;
export const roleKey = (role: string) => {
  const known = ROLES.find((one) => one === role);
  return known ? (`readings.role.${known}` as const) : ('readings.role.other' as const);
};

function Matter({ reading }: { reading: Reading }) {
  const { t } = useLanguage();
  const { title, number, sectionName, drafterName, secret } = reading;
  return (
    <td className="min-w-56 py-1.5 pr-3">
      <span className="block font-bold">
        {title ?? t(number === null ? 'readings.notFiled' : 'readings.closedTitle')}
      </span>
      <span className="block text-13 text-quiet">{[number, sectionName, drafterName].filter(Boolean).join(' · ')}</span>
      {secret && <Chip tone="warn">{t('readings.secret')}</Chip>}
    </td>
  );
}

function Line({ reading }: { reading: Reading }) {
  const t = useT();
  const { lastAt, firstAt, times, readerName, staffNo, means, role, reason, entered } = reading;
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap tabular-nums">
        <Moment at={lastAt} />
        {times > 1 && (
          <span className="block text-13 text-quiet">{t('readings.times', { n: times, from: townTime(firstAt) })}</span>
        )}
      </th>
      <td className="py-1.5 pr-3 whitespace-nowrap">
        {readerName}
        <span className="block text-13 text-quiet">{staffNo}</span>
      </td>
      <td className="py-1.5 pr-3">
        {t(`readings.means.${means}`)}
        {role !== null && <span className="block text-13 text-quiet">{t(roleKey(role))}</span>}
        {reason !== null && <span className="block text-13">{t('readings.stated', { reason })}</span>}
      </td>
      <Matter reading={reading} />
      <td className="py-1.5 whitespace-nowrap">{t(entered ? 'readings.inLedger' : 'readings.gathered')}</td>
    </tr>
  );
}

/** Who read what, the latest first. */
export function ReadingList({ readings }: { readings: readonly Reading[] }) {
  const { t } = useLanguage();
  const heads = ['readings.when', 'readings.reader', 'readings.means', 'readings.matter', 'readings.proof'] as const;
  return (
    <div className="overflow-x-auto print:overflow-visible" tabIndex={0} role="group" aria-label={t('readings.found')}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('readings.found')}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pr-3 font-normal whitespace-nowrap">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <Line key={reading.id} reading={reading} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
