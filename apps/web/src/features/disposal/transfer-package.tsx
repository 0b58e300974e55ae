import type { DisposalBatch } from '../../shared/api/disposal';
import { type TransferPackage, useOrderTransferPackage, useTransferPackage } from '../../shared/api/transfer-package';
import { useLanguage } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay, townTime } from '../../shared/wareki/format';

function Made({ made }: { made: TransferPackage }) {
  const { t, locale } = useLanguage();
  if (made.state === 'failed') return <p role="alert">{t('package.failed')}</p>;
  if (made.fileUrl === null)
    return (
      <p role="status" className="flex flex-wrap items-center gap-2">
        {t('package.making', { done: made.done, total: made.total })}
        <progress aria-label={t('package.title')} max={Math.max(1, made.total)} value={made.done} />
      </p>
    );
  return (
    <>
      <p role="status" className="flex flex-wrap items-center gap-3">
        <a className={buttonClass('primary')} href={made.fileUrl} download>
          {t('package.take')}
        </a>
        <span>
          {t('package.until', {
            when: made.expiresAt ? `${formatDay(townDay(made.expiresAt), locale)} ${townTime(made.expiresAt)}` : '',
          })}
        </span>
        {made.withheld > 0 && <b>{t('package.withheld', { n: made.withheld })}</b>}
      </p>
      <p className="text-13 break-all text-quiet">SHA-256 {made.sha256}</p>
    </>
  );
}

/** 移管資料 for the archives: had made, waited for, taken; shown to whom it is for (TRANS-1). */
export function TransferPackagePart({ batch }: { batch: DisposalBatch }) {
  const { t } = useLanguage();
  const { data: desk } = useTransferPackage(batch.id);
  const order = useOrderTransferPackage(batch.id);
  if (!desk?.mayOrder) return null;
  const busy = desk.latest?.state === 'waiting' || desk.latest?.state === 'running';
  return (
    <section aria-labelledby="package" className="no-print flex flex-col items-start gap-2">
      <h2 id="package" className="text-18">
        {t('package.title')}
      </h2>
      <p>{t('package.help')}</p>
      {desk.latest && <Made made={desk.latest} />}
      {order.error && <ProblemNote error={order.error} />}
      {!busy && (
        <Button disabled={order.isPending} onClick={() => order.mutate('order')}>
          {t(desk.latest ? 'package.again' : 'package.make')}
        </Button>
      )}
    </section>
  );
}
