import { Link } from '@tanstack/react-router';
import type { DefinitionSummary } from '../../shared/api/definitions';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Day } from '../../shared/wareki/day';
import { formatDay } from '../../shared/wareki/format';

const cell = 'border-b border-line px-2 py-2 text-left';

function Row({ item }: { item: DefinitionSummary }) {
  const { t, locale } = useLanguage();
  const inForce = item.versions.find(({ state }) => state === 'in_force');
  const scheduled = item.versions.filter(({ state }) => state === 'scheduled');
  const open = item.versions.reduce((sum, { openDocuments }) => sum + openDocuments, 0);
  return (
    <tr>
      <th scope="row" className={`${cell} font-normal`}>
        <Link
          to="/definitions"
          search={{
            kind: item.kind,
            code: item.code,
            ...(item.draft && item.versions.length === 0 && { draft: item.draft.id }),
          }}
          className="font-bold text-key-900 underline"
        >
          {item.name || item.code}
        </Link>{' '}
        <span className="text-13 text-quiet">{item.code}</span>
      </th>
      <td className={`${cell} whitespace-nowrap`}>
        {inForce && t('definitions.versionFrom', { n: inForce.version, day: formatDay(inForce.validFrom, locale) })}
      </td>
      <td className={cell}>
        <span className="flex flex-wrap gap-1">
          {scheduled.map(({ version, validFrom }) => (
            <Chip key={version} tone="level">
              {t('definitions.state.scheduled')} <Day on={validFrom} />
            </Chip>
          ))}
          {item.draft && (
            <Chip tone="warn">
              {t(item.draft.underDecision ? 'definitions.state.proposed' : 'definitions.state.draft')}
            </Chip>
          )}
        </span>
      </td>
      <td className={`${cell} text-right tabular-nums`}>{open}</td>
    </tr>
  );
}

/** Every form, or matter type: what holds, what is to come, and how many documents rest on it. */
export function DefinitionTable({ items, caption }: { items: readonly DefinitionSummary[]; caption: string }) {
  const { t } = useLanguage();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="w-full min-w-160 border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-solid-gray-536 text-13">
          <tr>
            <th scope="col" className={`${cell} font-normal`}>
              {t('definitions.columnName')}
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              {t('definitions.state.in_force')}
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              {t('definitions.columnNext')}
            </th>
            <th scope="col" className={`${cell} text-right font-normal`}>
              {t('definitions.columnOpen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={`${item.kind} ${item.code}`} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
