import type { RegisterLine } from '../../shared/api/file-register';
import { useLanguage } from '../../shared/i18n/translate';
import { Day } from '../../shared/wareki/day';
import { formatFiscalYear } from '../../shared/wareki/format';

const media = ['electronic', 'paper', 'hybrid'] as const;
const actions = ['destroy', 'transfer', 'appraise', 'review'] as const;

function Row({ line }: { line: RegisterLine }) {
  const { t, locale } = useLanguage();
  const day = (iso: string | null) => (iso ? <Day on={iso} /> : t('filing.notYet'));
  const medium = media.find((one) => one === line.medium);
  const action = actions.find((one) => one === line.disposition);
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="min-w-48 py-2 pr-3 text-left font-normal">
        <span className="font-bold">
          {line.title}
          {line.volume > 1 && ` (${line.volume})`}
        </span>
        <span className="block text-13 text-quiet">
          {formatFiscalYear(line.fiscalYear, locale)} {line.classCode} {line.classNames.join(' › ')}
        </span>
      </th>
      <td className="min-w-36 py-2 pr-3 text-13 break-keep">
        <span className="block">{line.retentionLabel}</span>
        {day(line.startsOn)} – {line.endless ? t('filing.noEnd') : day(line.expiresOn)}
      </td>
      <td className="min-w-24 py-2 pr-3 text-13">
        {medium && t(`register.medium.${medium}`)} <span className="block">{line.place}</span>
      </td>
      <td className="min-w-24 py-2 pr-3 text-13">
        {line.managerThen}
        {line.managerNow !== line.managerThen && <span className="block">→ {line.managerNow}</span>}
      </td>
      <td className="py-2 text-13 whitespace-nowrap">{action && t(`register.action.${action}`)}</td>
    </tr>
  );
}

/** The facts of the register, the eleven columns of the printed one folded into five. */
export function FileRegisterTable({ lines }: { lines: readonly RegisterLine[] }) {
  const { t } = useLanguage();
  const columns = ['class', 'period', 'medium', 'managers', 'action'] as const;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('register.title')}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('register.title')}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-1 pr-3 font-normal">
                {t(`register.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.fileId} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
