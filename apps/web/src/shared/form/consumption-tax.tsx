import { useState } from 'react';
import { useMe } from '../api/session';
import { useLanguage } from '../i18n/translate';
import { ratesOn, taxIn, taxOn } from '../money/consumption-tax';
import { formatNumber, formatYen, parseInteger } from '../money/yen';
import { Button } from '../ui/button';

interface ConsumptionTaxProps {
  id: string;
  label: string;
  value: string;
  /** How the form means the amount. */
  meant: 'included' | 'excluded';
  onChange: (value: string) => void;
}

/** 消費税 of the amount typed, and the same amount turned round when it was typed the other way. */
export default function ConsumptionTax({ id, label, value, meant, onChange }: ConsumptionTaxProps) {
  const { t, locale } = useLanguage();
  const rates = ratesOn(useMe().today);
  const [rate, setRate] = useState(rates[0] ?? 0);
  const reading = parseInteger(value);
  const amount = reading.ok ? reading.value : null;
  const yen = (figure: number) => formatYen(figure, locale);
  const turned =
    amount === null ? 0 : meant === 'included' ? amount + taxOn(amount, rate) : amount - taxIn(amount, rate);
  return (
    <details className="text-13">
      <summary className="inline-block min-h-6 cursor-pointer text-key-900 underline">
        {t('tax.open', { label })}
      </summary>
      <div className="mt-1 flex flex-col gap-2 rounded-8 border border-line p-3">
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="sr-only">{t('tax.rate')}</legend>
          {rates.map((one) => (
            <label key={one} className="touch-target flex min-h-6 items-center gap-2">
              <input type="radio" name={`${id}-rate`} checked={rate === one} onChange={() => setRate(one)} />
              {t(one === rates[0] ? 'tax.usual' : 'tax.reduced', { rate: one })}
            </label>
          ))}
        </fieldset>
        {amount === null ? (
          <p>{t('tax.noAmount')}</p>
        ) : (
          <>
            <p role="status">
              {meant === 'included'
                ? t('tax.contained', { tax: yen(taxIn(amount, rate)), net: yen(amount - taxIn(amount, rate)) })
                : t('tax.added', { tax: yen(taxOn(amount, rate)), gross: yen(amount + taxOn(amount, rate)) })}
            </p>
            <p>
              <Button onClick={() => onChange(formatNumber(turned))}>
                {t(meant === 'included' ? 'tax.toGross' : 'tax.toNet', { amount: yen(turned) })}
              </Button>
            </p>
          </>
        )}
      </div>
    </details>
  );
}
