import type { StoreFigures } from '../../shared/api/store';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { cx } from '../../shared/ui/class-names';
import { formatDay, townDay } from '../../shared/wareki/format';
import { card } from './store-parts';
import { quotaUse } from './store-words';

const bars = { room: 'bg-blue-300', scarce: 'bg-orange-600', full: 'bg-vermilion' } as const;

/** How much of the limit is used: in words, in number and as a bar. */
export function QuotaMeter({ bytes, quotaBytes }: { bytes: number; quotaBytes: number | null }) {
  const t = useT();
  if (quotaBytes === null) return <p className="text-13 text-quiet">{t('store.noQuota')}</p>;
  const { percent, freeBytes, state } = quotaUse(bytes, quotaBytes);
  const words = t('store.used', {
    quota: formatBytes(quotaBytes),
    used: formatBytes(bytes),
    percent,
    free: formatBytes(freeBytes),
  });
  return (
    <div className="flex flex-col gap-1">
      <div
        role="meter"
        aria-label={t('store.total')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, percent)}
        aria-valuetext={words}
        className="h-4 border border-solid-gray-536"
      >
        <div className={cx('h-full', bars[state])} style={{ width: `${Math.min(100, percent)}%` }} />
      </div>
      <p>{words}</p>
      <p className={cx(state === 'full' && 'font-bold text-vermilion', state === 'scarce' && 'font-bold')}>
        {t(`store.quota.${state}`)}
      </p>
    </div>
  );
}

function Figure({ title, value, help, grave }: { title: string; value: string; help: string; grave?: boolean }) {
  return (
    <div className={cx(card, 'flex flex-col gap-1')}>
      <dt>{title}</dt>
      <dd className={cx('text-22 font-bold leading-120', grave && 'text-vermilion')}>{value}</dd>
      <dd className="text-13 text-quiet">{help}</dd>
    </div>
  );
}

/** Open findings, the oldest verification, and what is still to go. */
export function StoreHealth({ figures }: { figures: StoreFigures }) {
  const { t, locale } = useLanguage();
  const { openFindings, oldestVerification, owed } = figures;
  return (
    <dl className="grid gap-4 md:grid-cols-3">
      <Figure
        title={t('store.open')}
        value={openFindings === 0 ? t('store.openNone') : t('store.openCount', { n: openFindings })}
        help={t(openFindings === 0 ? 'store.sound' : 'store.openSome')}
        grave={openFindings > 0}
      />
      <Figure
        title={t('store.oldest')}
        value={oldestVerification === null ? t('store.openNone') : formatDay(townDay(oldestVerification), locale)}
        help={t(oldestVerification === null ? 'store.notVerified' : 'store.oldestHelp')}
      />
      <Figure
        title={t('store.owed')}
        value={
          owed.objects === 0
            ? t('store.owedNone')
            : `${t('store.objects', { n: owed.objects })} ${formatBytes(owed.bytes)}`
        }
        help={t(owed.objects === 0 ? 'store.owedNothing' : 'store.owedHelp')}
      />
    </dl>
  );
}
