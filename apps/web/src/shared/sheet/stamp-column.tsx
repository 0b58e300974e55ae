import { useLanguage, type Translate } from '../i18n/translate';
import type { Locale } from '../i18n/locale';
import { cx } from '../ui/class-names';
import { formatDay, townDay, townTime } from '../wareki/format';
import { familyName } from './names';
import { Stamp } from './stamp';
import type { StampBox } from './stamp-boxes';

/** What a screen reader says for a box: 課長 小林 彩 令和8年11月17日 承認 代決. */
function spoken(box: StampBox, t: Translate, locale: Locale): string {
  const name = box.name ?? t('stamp.vacant');
  if (box.state === 'skipped') return `${box.title} ${t('stamp.skipped')}`;
  if (box.state === 'same-person') return `${box.title} ${t('stamp.samePerson')}`;
  if (box.state === 'removed') return `${box.title} ${t('seat.removed')}`;
  if (box.state === 'passed')
    return `${box.title} ${name} ${t(box.postReview === 'done' ? 'seat.postReviewed' : 'seat.passed')}`;
  if (box.state === 'stamped' && box.instant) {
    const outcome = box.kind === 'draft' ? t('step.draft') : box.outcome ? t(`outcome.${box.outcome}`) : '';
    const when = `${formatDay(townDay(box.instant), locale)} ${townTime(box.instant)}`;
    const marks = [
      box.acting && t('stamp.acting'),
      box.inSteadOf && t('seat.inSteadOf', { name: box.inSteadOf }),
      box.postReview && t(box.postReview === 'done' ? 'seat.postReviewed' : 'seat.passed'),
      box.stale && t('stamp.stale'),
    ]
      .filter(Boolean)
      .join(' ');
    return `${box.title} ${name} ${when} ${outcome} ${marks}`.trim();
  }
  if (box.state === 'held') return `${box.title} ${name} ${t(`waiting.${box.kind}`)} ${t('stamp.held')}`;
  return `${box.title} ${name} ${box.state === 'active' ? t(`waiting.${box.kind}`) : t('stamp.notYet')}`;
}

function BoxBody({ box, t }: { box: StampBox; t: Translate }) {
  if (box.state === 'stamped' && box.day && box.name) {
    const mark = box.outcome && ['returned', 'rejected', 'objected', 'consented_with_opinion'].includes(box.outcome);
    return (
      <span className="flex flex-col items-center">
        <Stamp title={box.stampTitle} day={box.day} name={box.name} acting={box.acting} stale={box.stale} />
        {box.postReview && (
          <span className="text-12 leading-120">
            {t(box.postReview === 'done' ? 'seat.postReviewed' : 'seat.passed')}
          </span>
        )}
        {mark && box.outcome && <b className="text-12 text-vermilion">{t(`outcome.${box.outcome}`)}</b>}
      </span>
    );
  }
  if (box.state === 'active' || box.state === 'held') {
    return (
      <b className="rounded-4 border-2 border-dashed border-key-900 px-1 py-2 text-12 leading-120 text-key-900">
        {t(box.state === 'held' ? 'stamp.held' : `waiting.${box.kind}`)}
      </b>
    );
  }
  if (box.state === 'passed')
    return (
      <span className="text-12 leading-120 text-quiet">
        {box.name && familyName(box.name)}
        <br />
        {t(box.postReview === 'done' ? 'seat.postReviewed' : 'seat.passed')}
      </span>
    );
  if (box.state === 'removed') return <span className="text-12 text-quiet">{t('seat.removed')}</span>;
  if (box.state === 'skipped') return <span className="text-22 text-quiet">{t('stamp.skippedMark')}</span>;
  if (box.state === 'same-person') return <span className="text-12 text-quiet">{t('stamp.samePerson')}</span>;
  const name = box.name ? familyName(box.name) : t('stamp.vacant');
  return <span className={cx('text-13', box.name ? 'text-quiet' : 'text-vermilion')}>{name}</span>;
}

/** The approval column: read in the order of acts, drawn from right to left as on paper. */
export function StampColumn({ boxes, label }: { boxes: readonly StampBox[]; label?: string }) {
  const { t, locale } = useLanguage();
  return (
    <ol
      aria-label={label ?? t('stamp.column')}
      className="flex flex-row-reverse flex-wrap-reverse justify-end pt-px pl-px"
    >
      {boxes.map((box) => (
        <li
          key={box.key}
          title={spoken(box, t, locale)}
          className="-mt-px -ml-px w-17 sm:w-19 border border-solid-gray-700 bg-paper text-center"
        >
          <span className="sr-only">{spoken(box, t, locale)}</span>
          <span aria-hidden="true" className="flex h-full flex-col">
            <span
              className={cx(
                'flex h-8 items-center justify-center border-b border-solid-gray-700 px-0.5 text-12 leading-120',
                box.kind === 'concurrence' || box.kind === 'review' ? 'bg-yellow-50' : 'bg-solid-gray-50',
              )}
            >
              {box.title}
            </span>
            <span className="flex min-h-16 flex-1 items-center justify-center p-0.5">
              <BoxBody box={box} t={t} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
