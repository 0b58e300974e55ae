import type { FieldSpec } from '../form/field-spec';
import type { Locale } from '../i18n/locale';
import { useLanguage } from '../i18n/translate';
import { formatNumber, formatYen } from '../money/yen';
import { later } from '../ui/later';
import { formatDay, formatFiscalYear } from '../wareki/format';
import { referenceWords } from './names';

const TableValue = later(() => import('./table-value'));

const record = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function numberWords({ kind }: FieldSpec, value: number, locale: Locale): string {
  if (kind === 'yen') return formatYen(value, locale);
  if (kind === 'number') return formatNumber(value);
  return kind === 'fiscalYear' ? formatFiscalYear(value, locale) : String(value);
}

/** One stored value as the sheet prints it. */
export function FieldValue({ spec, value }: { spec: FieldSpec; value: unknown }) {
  const { t, locale } = useLanguage();
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') return numberWords(spec, value, locale);
  if (spec.kind === 'date') return formatDay(String(value), locale);
  if (spec.kind === 'flag') return t(value === true ? 'common.yes' : 'common.no');
  if ((spec.kind === 'person' || spec.kind === 'unit') && typeof value === 'object') return referenceWords(value);
  if (spec.kind === 'table' && Array.isArray(value)) {
    return (
      <TableValue
        spec={spec}
        rows={value.map(record)}
        valueOf={(column, cell) => <FieldValue spec={column} value={cell} />}
      />
    );
  }
  if (spec.kind === 'list' && Array.isArray(value)) {
    return (
      <ul className="list-inside list-disc">
        {value.map((line, index) => (
          <li key={index}>{String(line)}</li>
        ))}
      </ul>
    );
  }
  if (spec.kind === 'group') {
    return (
      <dl className="grid grid-cols-[auto_1fr] gap-x-4">
        {spec.children.map((child) => (
          <div key={child.name} className="contents">
            <dt>{child.label}</dt>
            <dd>
              <FieldValue spec={child} value={record(value)[child.name]} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return String(value);
}
