import type { DueSearch } from '../../shared/api/keeping';
import { useFilingClasses } from '../../shared/api/matter-types';
import { SelectInput } from '../../shared/form/picked';
import { useLanguage } from '../../shared/i18n/translate';
import { UnitPicker } from '../../shared/form/unit-picker';
import { Button } from '../../shared/ui/button';
import { formatFiscalYear } from '../../shared/wareki/format';

interface DueFiltersProps {
  readonly search: DueSearch;
  readonly thisYear: number;
  /** Of the section that the list is narrowed to. */
  readonly unitName: string;
  readonly onChange: (search: DueSearch) => void;
}

const ahead = 10;
const terms = [1, 2, 3, 5, 10, 20, 30];

function spanOf({ expired, fiscalYear }: DueSearch, thisYear: number): string {
  return expired ? 'expired' : String(fiscalYear ?? thisYear);
}

function withSpan({ expired: _, fiscalYear: __, ...rest }: DueSearch, span: string): DueSearch {
  return span === 'expired' ? { ...rest, expired: true } : { ...rest, fiscalYear: Number(span) };
}

/** Year, section, class, holds; and by how many years the list is looked at as if extended. */
export function DueFilters({ search, thisYear, unitName, onChange }: DueFiltersProps) {
  const { t, locale } = useLanguage();
  const years = [...new Set([search.fiscalYear ?? thisYear, ...Array.from({ length: ahead }, (_, n) => thisYear + n)])];
  const everywhere = () => {
    const { unit: _, ...rest } = search;
    onChange(rest);
  };
  return (
    <div className="no-print flex flex-wrap items-end gap-3">
      <SelectInput
        label={t('due.year')}
        value={spanOf(search, thisYear)}
        options={[
          ...years.map((year) => [String(year), formatFiscalYear(year, locale)] as const),
          ['expired', t('due.span.expired')] as const,
        ]}
        onChange={(span) => onChange(withSpan(search, span))}
      />
      <ClassFilter search={search} onChange={onChange} />
      <SelectInput
        label={t('due.held')}
        value={search.held === undefined ? 'any' : (String(search.held) as 'true' | 'false')}
        options={(['any', 'true', 'false'] as const).map((held) => [held, t(`due.held.${held}`)] as const)}
        onChange={(held) => {
          const { held: _, ...rest } = search;
          onChange(held === 'any' ? rest : { ...rest, held: held === 'true' });
        }}
      />
      <SelectInput
        label={t('due.after')}
        value={String(search.extendYears ?? '')}
        options={[['', t('due.noYears')] as const, ...terms.map((n) => [String(n), t('due.yearsN', { n })] as const)]}
        onChange={(n) => {
          const { extendYears: _, ...rest } = search;
          onChange(n === '' ? rest : { ...rest, extendYears: Number(n) });
        }}
      />
      {search.unit === undefined ? (
        <UnitPicker label={t('due.unit')} onChange={(unit) => unit && onChange({ ...search, unit: unit.code })} />
      ) : (
        <Button onClick={everywhere}>{t('due.unitOff', { name: unitName })}</Button>
      )}
    </div>
  );
}

function ClassFilter({ search, onChange }: Pick<DueFiltersProps, 'search' | 'onChange'>) {
  const { t } = useLanguage();
  const classes = useFilingClasses();
  return (
    <SelectInput
      label={t('due.classCode')}
      value={String(search.classCode ?? '')}
      options={[
        ['', t('due.held.any')] as const,
        ...(classes.data ?? []).map(({ code, name }) => [code, `${code} ${name}`] as const),
      ]}
      onChange={(classCode) => {
        const { classCode: _, ...rest } = search;
        onChange(classCode === '' ? rest : { ...rest, classCode });
      }}
    />
  );
}
