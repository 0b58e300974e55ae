import { Link } from '@tanstack/react-router';
import type { NumberLine } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { formatDay, townDay } from '../../shared/wareki/format';

interface NumberTableProps {
  lines: readonly NumberLine[];
  mayVoid: boolean;
  onVoid: (line: NumberLine) => void;
}

function NumberRow({ line, mayVoid, onVoid }: { line: NumberLine } & Omit<NumberTableProps, 'lines'>) {
  const { t, locale } = useLanguage();
  const day = (at: string | null) => (at ? formatDay(townDay(at), locale) : '');
  const by = (name: string | null) => name ?? '';
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-3 text-left font-normal whitespace-nowrap">
        <span className={cx('font-bold', line.state === 'void' && 'line-through')}>{line.text}</span>
        {!line.text.includes(line.short) && <span className="block text-13 text-quiet">{line.short}</span>}
      </th>
      <td className="min-w-48 py-2 pr-3">
        {line.documentId ? (
          <Link to="/documents/$id" params={{ id: line.documentId }} className="text-key-900 underline">
            {line.title}
          </Link>
        ) : (
          line.state !== 'reserved' && <span className="text-quiet">{t('numbers.hidden')}</span>
        )}
        {line.addressee && <p className="text-13">{line.addressee}</p>}
        {line.state === 'reserved' && (
          <p className="text-13">{t('numbers.reserved', { reason: line.reserveReason ?? '' })}</p>
        )}
        {line.state === 'void' && (
          <p className="text-13">
            {t('numbers.voidedBy', {
              day: day(line.voidedAt),
              name: by(line.voidedByName),
              reason: line.voidReason ?? '',
            })}
          </p>
        )}
      </td>
      <td className="py-2 pr-3 text-13 whitespace-nowrap">
        {day(line.issuedAt)} {by(line.issuedByName)}
      </td>
      <td className="no-print py-2 text-right whitespace-nowrap">
        {mayVoid && line.state !== 'void' && (
          <Button look="quiet" onClick={() => onVoid(line)} aria-label={t('numbers.voidTitle', { number: line.text })}>
            {t('numbers.void')}
          </Button>
        )}
      </td>
    </tr>
  );
}

export function NumberTable({ lines, mayVoid, onVoid }: NumberTableProps) {
  const { t } = useLanguage();
  return (
    <div className="overflow-x-auto" data-scrolls tabIndex={0} role="region" aria-label={t('nav.numbers')}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('nav.numbers')}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            <th scope="col" className="py-1 font-normal">
              {t('numbers.number')}
            </th>
            <th scope="col" className="font-normal">
              {t('numbers.document')}
            </th>
            <th scope="col" className="font-normal">
              {t('numbers.issued')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <NumberRow key={`${line.serial}-${line.branch}`} line={line} mayVoid={mayVoid} onVoid={onVoid} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
