import { useLanguage } from '../../shared/i18n/translate';
import { formatYen } from '../../shared/money/yen';
import { nearestStop } from './amount-stops';

interface AmountSliderProps {
  /** In order; at least one. */
  stops: readonly number[];
  amount: number | null;
  onAmount: (amount: number) => void;
}

/** Moves an amount from bound to bound of the table: each step is where somebody else may decide. */
export function AmountSlider({ stops, amount, onAmount }: AmountSliderProps) {
  const { t, locale } = useLanguage();
  const yen = (at: number) => formatYen(stops[at] ?? 0, locale);
  const place = nearestStop(stops, amount ?? 0);
  return (
    <label className="flex max-w-160 flex-col gap-1 text-14">
      {t('delegation.slide')}
      <input
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={place}
        aria-valuetext={yen(place)}
        onChange={(event) => onAmount(stops[Number(event.target.value)] ?? 0)}
        className="touch-target w-full accent-key-900"
      />
      <span aria-hidden className="flex justify-between text-13 text-quiet tabular-nums">
        <span>{yen(0)}</span>
        <span>{yen(stops.length - 1)}</span>
      </span>
    </label>
  );
}
