import { useState } from 'react';
import { type ReadingDigest, useAcknowledgeDigest } from '../../shared/api/readings';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay } from '../../shared/wareki/format';
import { roleKey } from './reading-list';

function Acknowledge({ digest }: { digest: ReadingDigest }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const acknowledge = useAcknowledgeDigest();
  const [remark, setRemark] = useState('');
  const confirm = () =>
    acknowledge.mutate({ id: digest.id, remark }, { onSuccess: () => announce(t('readings.acknowledgedNow')) });
  return (
    <div className="no-print mt-3 flex flex-wrap items-end gap-3">
      {acknowledge.error && <ProblemNote error={acknowledge.error} />}
      <label className="flex min-w-64 flex-1 flex-col gap-1 text-13">
        {t('readings.remark')}
        <input
          className="touch-target rounded-8 border border-solid-gray-536 px-3 py-1.5 text-15"
          maxLength={1000}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
      </label>
      <Button look="primary" disabled={acknowledge.isPending} onClick={confirm}>
        {t('readings.acknowledge')}
      </Button>
    </div>
  );
}

/** 週次報告: what was read by privilege in a week, and whether the manager has looked at it. */
export function DigestCard({ digest }: { digest: ReadingDigest }) {
  const { t, locale } = useLanguage();
  const { from, to, lines, acknowledgedAt, acknowledgedName, remark, postTitle, allowed } = digest;
  const title = t('readings.week', { from: formatDay(from, locale), to: formatDay(to, locale) });
  return (
    <section aria-label={title} className="min-w-0 rounded-8 border border-line bg-white p-4">
      <h3 className="mb-2 flex flex-wrap items-center gap-3 text-15">
        {title}
        {acknowledgedAt === null ? (
          <Chip tone="warn">{t('readings.open')}</Chip>
        ) : (
          <Chip tone="good">
            {t('readings.done', { name: acknowledgedName ?? '', day: formatDay(townDay(acknowledgedAt), locale) })}
          </Chip>
        )}
        <span className="text-13 font-normal text-quiet">
          {postTitle === null ? t('readings.noManager') : t('readings.manager', { post: postTitle })}
        </span>
      </h3>
      {lines.length === 0 && <p>{t('readings.nothing')}</p>}
      <ul>
        {lines.map((line) => (
          <li key={`${line.staffNo}${line.role}${line.means}`} className="border-b border-line py-1.5">
            <b>{line.name}</b> <span className="text-13 text-quiet">{line.staffNo}</span>
            <span className="ml-3">{t(roleKey(line.role))}</span>
            <span className="ml-3">
              {t('readings.line', {
                means: t(`readings.means.${line.means}`),
                matters: line.matters,
                times: line.times,
              })}
            </span>
            {line.secret > 0 && <span className="ml-3">{t('readings.ofSecret', { n: line.secret })}</span>}
            {line.reasons.length > 0 && (
              <span className="block text-13">{t('readings.stated', { reason: line.reasons.join(' / ') })}</span>
            )}
          </li>
        ))}
      </ul>
      {remark && <p className="mt-2 text-13">{t('readings.said', { remark })}</p>}
      {allowed.includes('acknowledge') && <Acknowledge digest={digest} />}
    </section>
  );
}
