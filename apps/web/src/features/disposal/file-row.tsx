import { useState, type KeyboardEvent } from 'react';
import { type DisposalBatch, type DisposalItem, type Measure, measures } from '../../shared/api/disposal';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';
import { FileDocuments } from './file-documents';

interface FileRowProps {
  batch: DisposalBatch;
  item: DisposalItem;
  choosing: boolean;
  onChoose: (item: DisposalItem, measure: Measure) => void;
}

const ended = (state: string): boolean => ['left_out', 'refused', 'executed'].includes(state);
const keys: Readonly<Record<string, Measure>> = { d: 'destroy', t: 'transfer', e: 'extend' };

function MeasurePicker({ item, locked, onChoose }: Pick<FileRowProps, 'item' | 'onChoose'> & { locked: boolean }) {
  const { t } = useLanguage();
  const onKeyDown = (event: KeyboardEvent) => {
    const measure = keys[event.key.toLowerCase()];
    if (!measure || locked || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(item, measure);
  };
  return (
    <fieldset
      disabled={locked}
      onKeyDown={onKeyDown}
      className="inline-flex overflow-hidden rounded-8 border border-solid-gray-600"
    >
      <legend className="sr-only">{t('disposal.measureOf', { title: item.title })}</legend>
      {measures.map((measure) => (
        <label
          key={measure}
          className={cx(
            'touch-target relative cursor-pointer border-l border-solid-gray-536 px-3 py-1 whitespace-nowrap first-of-type:border-l-0 has-focus-visible:outline-4 has-focus-visible:-outline-offset-4 has-focus-visible:outline-black',
            item.measure === measure ? 'bg-key-900 text-white' : 'bg-white',
            locked && 'cursor-default',
            locked && item.measure !== measure && 'text-solid-gray-536',
          )}
        >
          <input
            type="radio"
            name={item.id}
            value={measure}
            className="sr-only"
            checked={item.measure === measure}
            onChange={() => onChoose(item, measure)}
            onClick={() => item.measure === measure && measure !== item.proposal && onChoose(item, measure)}
          />
          {t(`disposal.measure.${measure}`)}
        </label>
      ))}
    </fieldset>
  );
}

function HoldLine({ item }: { item: DisposalItem }) {
  const { t, locale } = useLanguage();
  const { hold } = item;
  if (!hold) return null;
  const until = hold.endsOn
    ? t('disposal.until', { day: formatDay(hold.endsOn, locale) })
    : t('disposal.untilReleased');
  return (
    <p className="flex flex-wrap items-center gap-2 text-13">
      <Chip tone="urgent">{t('disposal.hold', { ground: t(`disposal.ground.${hold.ground}` as PlainKey) })}</Chip>
      <span>{t('disposal.holdBy', { caseNo: hold.caseNo ?? '', name: hold.placedByName, until })}</span>
      <span className="w-full">{hold.reason}</span>
    </p>
  );
}

function Chosen({ item }: { item: DisposalItem }) {
  const { t } = useLanguage();
  return (
    <div className="text-13">
      {ended(item.state) && (
        <Chip tone={item.state === 'executed' ? 'good' : 'warn'}>{t(`disposal.state.${item.state}` as PlainKey)}</Chip>
      )}{' '}
      {item.measure === 'extend' && item.extendYears && <span>{t('disposal.years', { n: item.extendYears })} </span>}
      {item.reason}
    </div>
  );
}

/** Why the plan proposes it: the class that the file belongs to, and the law of its period. */
function ProposalReason({ item }: { item: DisposalItem }) {
  const { t } = useLanguage();
  const { mustExtend, classCode, className, statutoryLaw: law } = item;
  return (
    <span className="inline-block text-13 text-quiet">
      {mustExtend ? t('disposal.mustExtend') : t('disposal.byClass', { name: `${classCode} ${className}` })}
      {law && <span className="block">{t('disposal.byLaw', { law })}</span>}
    </span>
  );
}

/** 簿冊: proposal of the plan beside what is chosen; what deviates is tinted, what is held is locked. */
export function FileRow({ batch, item, choosing, onChoose }: FileRowProps) {
  const { t, locale } = useLanguage();
  const [open, setOpen] = useState(false);
  const deviates = item.measure !== null && item.measure !== item.proposal;
  const locked = !choosing || item.hold !== null || ended(item.state);
  return (
    <>
      <tr className={cx('border-b border-line align-top', deviates && 'bg-orange-50')}>
        <td className="min-w-48 px-2 py-2">
          <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)} className="justify-start text-left">
            <span aria-hidden>{open ? '▾' : '▸'}</span> {item.title} {t('disposal.volume', { n: item.volume })}
          </Button>{' '}
          {item.important && <Chip tone="level">{t('disposal.important')}</Chip>}
          <HoldLine item={item} />
          {item.archivesWish && (
            <p className="text-13 font-bold">{t('disposal.wish', { reason: item.archivesWish })}</p>
          )}
        </td>
        <td className="px-2 py-3 whitespace-nowrap">{formatFiscalYear(item.fiscalYear, locale)}</td>
        <td className="money px-2 py-3">{formatNumber(item.documentCount)}</td>
        <td className="px-2 py-3 whitespace-nowrap">{item.retentionLabel}</td>
        <td className="px-2 py-3">
          {item.proposal ? (
            <Chip>{t(`disposal.measure.${item.proposal as Measure}`)}</Chip>
          ) : (
            <Chip tone="warn">{t('disposal.appraise')}</Chip>
          )}{' '}
          <ProposalReason item={item} />
        </td>
        <td className="px-2 py-2">
          <MeasurePicker item={item} locked={locked} onChoose={onChoose} />
          <Chosen item={item} />
        </td>
      </tr>
      {open && (
        <tr className="border-b border-line">
          <td colSpan={6} className="px-6 py-2">
            <FileDocuments batch={batch} item={item} />
          </td>
        </tr>
      )}
    </>
  );
}
