import type { StoreFigures } from '../../shared/api/store';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatBytes, formatNumber } from '../../shared/money/yen';
import { DayOf } from '../../shared/wareki/day';
import { Card, RowName, StoreTable } from './store-parts';
import { kindLabel, mediaLabel, monthName, shareOf, shortHash } from './store-words';

const figure = 'money py-1.5 pr-3 whitespace-nowrap';

export function KindsCard({ byKind, total }: Pick<StoreFigures, 'byKind' | 'total'>) {
  const t = useT();
  const columns = [
    { label: t('store.kind'), wide: true },
    { label: t('store.count'), figures: true },
    { label: t('store.bytes'), figures: true },
    { label: t('store.share'), figures: true },
  ];
  return (
    <Card title={t('store.kinds')}>
      <StoreTable title={t('store.kinds')} columns={columns}>
        {byKind.map((one) => (
          <tr key={one.kind}>
            <RowName>{t(kindLabel(one.kind))}</RowName>
            <td className={figure}>{formatNumber(one.objects)}</td>
            <td className={figure}>{formatBytes(one.bytes)}</td>
            <td className={figure}>{shareOf(one, total)}</td>
          </tr>
        ))}
      </StoreTable>
    </Card>
  );
}

export function MonthsCard({ months }: Pick<StoreFigures, 'months'>) {
  const { t, locale } = useLanguage();
  const columns = [
    { label: t('store.month'), wide: true },
    { label: t('store.count'), figures: true },
    { label: t('store.bytes'), figures: true },
  ];
  return (
    <Card title={t('store.months')} help={t('store.monthsHelp')}>
      <StoreTable title={t('store.months')} columns={columns}>
        {months.map(({ month, objects, bytes }) => (
          <tr key={month}>
            <RowName>{monthName(month, locale)}</RowName>
            <td className={figure}>{formatNumber(objects)}</td>
            <td className={figure}>{formatBytes(bytes)}</td>
          </tr>
        ))}
      </StoreTable>
    </Card>
  );
}

export function LargestCard({ largest }: Pick<StoreFigures, 'largest'>) {
  const t = useT();
  const columns = [
    { label: t('store.hash') },
    { label: t('store.kind'), wide: true },
    { label: t('store.bytes'), figures: true },
    { label: t('store.since') },
  ];
  return (
    <Card title={t('store.largest')} help={t('store.largestHelp')}>
      <StoreTable title={t('store.largest')} columns={columns}>
        {largest.map(({ sha256, mediaType, bytes, createdAt }) => (
          <tr key={sha256}>
            <RowName>
              <code title={sha256}>{shortHash(sha256)}</code>
            </RowName>
            <td className="py-1.5 pr-3">{t(mediaLabel(mediaType))}</td>
            <td className={figure}>{formatBytes(bytes)}</td>
            <td className="py-1.5 whitespace-nowrap">
              <DayOf at={createdAt} />
            </td>
          </tr>
        ))}
      </StoreTable>
    </Card>
  );
}
