import { Link } from '@tanstack/react-router';
import type { RegisterKind } from '../../shared/api/execution';
import type { RegisterLine } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { Day } from '../../shared/wareki/day';
import { formatDay, townDay } from '../../shared/wareki/format';

const few = 3;

function Whom({ addressees }: { addressees: readonly string[] }) {
  const t = useT();
  if (addressees.length <= few) return <>{addressees.join('、')}</>;
  return (
    <details>
      <summary>{t('registers.addressees', { first: addressees[0] ?? '', n: addressees.length - 1 })}</summary>
      {addressees.join('、')}
    </details>
  );
}

function Line({ kind, line }: { kind: RegisterKind; line: RegisterLine }) {
  const { t, locale } = useLanguage();
  const recordedOn = townDay(line.recordedAt);
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-3 text-left font-normal whitespace-nowrap">
        <Day on={line.occurredOn} />
        {recordedOn !== line.occurredOn && (
          <span className="block text-12 text-quiet">
            {t('execution.recorded', { day: formatDay(recordedOn, locale) })}
          </span>
        )}
      </th>
      <td className={cx('min-w-48 py-2 pr-3', line.undone && 'line-through decoration-quiet')}>
        {line.documentId ? (
          <Link
            to="/documents/$id"
            params={{ id: line.documentId }}
            search={{ tab: 'execution' }}
            className="text-key-900 underline"
          >
            {line.title}
          </Link>
        ) : (
          <span className="text-quiet">{t('numbers.hidden')}</span>
        )}
        <p className="text-13">{line.dispatchNumber}</p>
      </td>
      {kind === 'seal' ? (
        <>
          <td className="min-w-24 py-2 pr-3">{line.seal}</td>
          <td className="money py-2 pr-3">{line.copies}</td>
        </>
      ) : (
        <>
          <td className="min-w-36 py-2 pr-3">
            <Whom addressees={line.addressees} />
          </td>
          <td className="py-2 pr-3 whitespace-nowrap">{line.channel && t(`execution.channel.${line.channel}`)}</td>
        </>
      )}
      <td className="py-2 text-13 whitespace-nowrap">
        {line.recordedByName} {line.undone && <Chip tone="warn">{t('execution.undone')}</Chip>}
      </td>
    </tr>
  );
}

/** Lines of a register, the latest day first. */
export function RegisterTable({ kind, lines }: { kind: RegisterKind; lines: readonly RegisterLine[] }) {
  const t = useT();
  const own =
    kind === 'seal'
      ? ([t('registers.sealName'), t('registers.copies')] as const)
      : ([t('execution.addressees'), t('execution.channel')] as const);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t(`registers.${kind}`)}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t(`registers.${kind}`)}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            {[t('registers.day'), t('inbox.title'), ...own, t('registers.by')].map((label) => (
              <th key={label} scope="col" className="py-1 pr-3 font-normal whitespace-nowrap">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.entryId} kind={kind} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
