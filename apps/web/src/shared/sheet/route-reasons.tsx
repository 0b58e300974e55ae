import { useT } from '../i18n/translate';
import type { StampBox } from './stamp-boxes';

/** Why each seat is on the route, in words, with the rule that put it there. */
export function RouteReasons({ boxes }: { boxes: readonly StampBox[] }) {
  const t = useT();
  const seats = boxes.filter((box) => box.kind !== 'draft');
  if (seats.length === 0) return null;
  return (
    <ol
      className="flex flex-col divide-y divide-line border-y border-line bg-white text-13"
      aria-label={t('route.reasons')}
    >
      {seats.map((box) => (
        <li
          key={box.key}
          className="grid grid-cols-[5.5rem_1fr] gap-x-3 px-2 py-1.5 sm:grid-cols-[5.5rem_minmax(8rem,auto)_1fr]"
        >
          <span className="text-quiet">{box.kind !== 'draft' && t(`step.${box.kind}`)}</span>
          <span>
            <b>{box.title}</b> {box.name ?? <span className="text-vermilion">{t('stamp.vacant')}</span>}
          </span>
          <span className="col-start-2 text-quiet sm:col-start-3">
            {box.reason?.text} {box.reason && <span className="text-12">{box.reason.rule}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
