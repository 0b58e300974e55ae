import { useState } from 'react';
import { useMe } from '../../shared/api/session';
import { useLanguage } from '../../shared/i18n/translate';
import { fiscalYearOf } from '../../shared/wareki/fiscal-year';
import { formatFiscalYear } from '../../shared/wareki/format';

const yearsBack = 10;

/** 廃棄簿 and 移管簿 of a year: this one, or one of those before it. */
export function RegisterLinks() {
  const { t, locale } = useLanguage();
  const last = fiscalYearOf(useMe().today);
  const [year, setYear] = useState(last);
  return (
    <nav aria-label={t('disposal.registers')} className="flex flex-wrap items-center gap-4">
      <select
        aria-label={t('disposal.registerYear')}
        value={year}
        onChange={(event) => setYear(Number(event.target.value))}
        className="touch-target rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
      >
        {Array.from({ length: yearsBack }, (_, back) => last - back).map((one) => (
          <option key={one} value={one}>
            {formatFiscalYear(one, locale)}
          </option>
        ))}
      </select>
      {(['destroyed', 'transferred'] as const).flatMap((kind) =>
        (['pdf', 'csv'] as const).map((form) => (
          <a
            key={`${kind}.${form}`}
            href={`/api/v1/disposal-register.${form}?kind=${kind}&fiscalYear=${year}`}
            className="touch-target text-key-900 underline"
          >
            {t(`disposal.register.${kind}`)} ({form.toUpperCase()})
          </a>
        )),
      )}
    </nav>
  );
}
