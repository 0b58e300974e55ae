import { useDisposed } from '../../shared/api/titles';
import { useT } from '../../shared/i18n/translate';
import { MarkedText } from '../../shared/ui/marked-text';
import { Day } from '../../shared/wareki/day';
import { conditionsOf, type ArchiveSearch } from './archive-search';

/** 廃棄・移管の記録: what the registers still say of documents that are gone, apart from what can be opened. */
export function DisposedGroup({ search }: { search: ArchiveSearch }) {
  const t = useT();
  const { data } = useDisposed(conditionsOf(search), Boolean(search.q));
  if (!data?.isOffered || data.items.length === 0) return null;
  return (
    <details className="shrink-0 border-b border-line bg-solid-gray-50">
      <summary className="touch-target px-3 py-2 font-bold">
        {t(data.more ? 'disposed.summaryMore' : 'disposed.summary', { n: data.items.length })}
      </summary>
      <ul aria-label={t('disposed.list')} className="max-h-56 overflow-y-auto px-3 pb-2" tabIndex={0}>
        {data.items.map((item) => (
          <li key={item.documentId} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="text-13 text-quiet">{item.number}</span>
            <span className="min-w-0 flex-1">
              <MarkedText text={item.title} marks={item.titleMarks} />
            </span>
            <span className="text-13 text-quiet">
              {item.fileTitle} {item.sectionName} {t(`disposed.${item.kind}`)} <Day on={item.disposedOn} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
