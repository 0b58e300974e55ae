import { useSubstitutes } from '../../shared/api/paper';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';

/** 代替の登録簿 */
export function SubstitutesTab() {
  const { t, locale } = useLanguage();
  const list = useSubstitutes();
  const items = list.data?.items ?? [];
  return (
    <div className="py-3">
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <p className="py-4">{t('paper.subs.empty')}</p>}
      <ul>
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-3 border-b border-line py-2">
            <span className="grow">
              <span className="font-bold">{one.paperTitle}</span>
              <span className="block text-13 text-quiet">{one.fileTitle}</span>
              <span className="block text-13">
                {t('paper.sub.steps', {
                  scanned: one.scannedByName,
                  checked: one.checkedByName ?? '–',
                  approved: one.approvedByName ?? '–',
                })}
              </span>
              {one.paperMayGoFrom && (
                <span className="block text-13">
                  {t('paper.sub.mayGo', { day: formatDay(one.paperMayGoFrom, locale) })}
                </span>
              )}
            </span>
            <Chip tone={one.state === 'destroyed' ? 'good' : 'plain'}>{t(`paper.sub.${one.state}`)}</Chip>
          </li>
        ))}
      </ul>
    </div>
  );
}
