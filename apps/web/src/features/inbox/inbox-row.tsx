import { memo, type Dispatch, type MouseEvent } from 'react';
import type { InboxItem } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatYen } from '../../shared/money/yen';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { bothCalendars, shortDay } from '../../shared/wareki/format';
import { canTick, rowKey } from './inbox-item';
import type { SelectionAction } from './selection';

/**
 * The columns of the list. Its rows are boxes of their own beside each other and no table for the browser's layout (their roles say
 * what they are): those out of sight then cost nothing when a row leaves (ADR 0072).
 */
export const rowColumns = 'grid grid-cols-[2.75rem_minmax(0,1fr)] @xl:grid-cols-[2.75rem_minmax(0,1fr)_8rem_7rem_4rem]';

/** As high as a row is, about, until it has been seen; on paper all of them stand. */
const restsOutOfSight =
  '[contain-intrinsic-block-size:auto_5.8rem] @xl:[contain-intrinsic-block-size:auto_3.28rem] [content-visibility:auto] print:[content-visibility:visible]';

interface InboxRowProps {
  item: InboxItem;
  today: string;
  href: string;
  /** Settled elsewhere meanwhile. */
  gone: boolean;
  current: boolean;
  ticked: boolean;
  dispatch: Dispatch<SelectionAction>;
  onRange: (key: string) => void;
  onOpen: (key: string) => void;
}

interface RowFactsProps {
  today: string;
  item: InboxItem;
  due: string | null;
  amount: string | null;
}

/** The second line of a row; in a narrow list it carries what the columns would. */
function RowFacts({ item, today, due, amount }: RowFactsProps) {
  const { t, locale } = useLanguage();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-13">
      {item.urgent && <Chip tone="urgent">{t('chip.urgent')}</Chip>}
      {item.resubmitted && <Chip tone="again">{t('chip.again')}</Chip>}
      {item.confidentiality !== 'none' && <Chip tone="warn">{t(`confidentiality.${item.confidentiality}`)}</Chip>}
      {item.medium !== 'electronic' && <Chip>{t(`medium.${item.medium}`)}</Chip>}
      {item.opinions > 0 && <Chip tone="warn">{t('inbox.opinions', { n: item.opinions })}</Chip>}
      {item.inSteadOf !== null && <Chip tone="again">{t('inbox.inStead', { name: item.inSteadOf })}</Chip>}
      {item.heldUntil !== null && <Chip>{t('seat.held', { day: shortDay(item.heldUntil, today, locale) })}</Chip>}
      <span>{item.number}</span>
      <span>{item.decisionLabel}</span>
      {item.attachmentCount > 0 && <span>{t('inbox.attachments', { n: item.attachmentCount })}</span>}
      <span className="@xl:hidden">{item.drafterName}</span>
      {amount && <span className="money @xl:hidden">{amount}</span>}
      {due && (
        <span className={cx('@xl:hidden', item.overdue && 'font-bold text-vermilion')}>
          {t('inbox.dueShort', { day: due })} {item.overdue && t('inbox.overdue')}
        </span>
      )}
    </p>
  );
}

function InboxRowView({ item, today, href, gone, current, ticked, dispatch, onRange, onOpen }: InboxRowProps) {
  const { t, locale } = useLanguage();
  const key = rowKey(item);
  const due = item.dueOn && shortDay(item.dueOn, today, locale);
  const amount = item.amount === null ? null : formatYen(item.amount, locale);
  const onTick = (event: MouseEvent) => {
    if (event.shiftKey) onRange(key);
    else dispatch({ type: 'toggle', key });
  };
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(key);
  };
  return (
    <tr
      role="row"
      aria-current={current ? 'true' : undefined}
      data-key={key}
      onClick={() => dispatch({ type: 'place', key })}
      className={cx(
        rowColumns,
        restsOutOfSight,
        'border-b border-line has-[a:focus-visible]:outline-3 has-[a:focus-visible]:-outline-offset-3 has-[a:focus-visible]:outline-black',
        gone && 'text-quiet line-through',
        ticked ? 'bg-yellow-50' : current ? 'bg-key-50' : 'hover:bg-solid-gray-50',
      )}
    >
      <td role="cell" className={cx('border-l-4 p-0', current ? 'border-key-900' : 'border-transparent')}>
        <label className="flex min-h-11 items-start justify-center pt-2" onClick={(event) => event.stopPropagation()}>
          <span className="sr-only">{t('inbox.tick', { title: item.title })}</span>
          <input
            type="checkbox"
            checked={ticked}
            disabled={!canTick(item) || gone}
            onClick={onTick}
            onChange={() => undefined}
          />
        </label>
      </td>
      <td role="cell" className="min-w-0 py-1.5 pr-2">
        <a
          data-row
          href={href}
          onClick={open}
          className={cx(
            'block text-15 leading-140 outline-none focus-visible:shadow-none @xl:truncate',
            gone ? 'text-quiet' : item.unread ? 'font-bold text-ink' : 'text-ink',
          )}
        >
          {item.unread && <span className="sr-only">{t('inbox.unread')} </span>}
          {gone && <span className="inline-block no-underline">{t('inbox.settled')} </span>}
          {item.title}
        </a>
        <RowFacts item={item} today={today} due={due} amount={amount} />
      </td>
      <td role="cell" className="hidden min-w-0 py-1.5 pr-2 @xl:block">
        <span className="block truncate">{item.drafterName}</span>
        <span className="block truncate text-13 text-quiet">{item.sectionName}</span>
      </td>
      <td role="cell" className="money hidden py-1.5 pr-3 @xl:block">
        {amount}
      </td>
      <td
        role="cell"
        className={cx('hidden py-1.5 whitespace-nowrap @xl:block', item.overdue && 'font-bold text-vermilion')}
      >
        {item.dueOn && (
          <time dateTime={item.dueOn} title={bothCalendars(item.dueOn, locale)}>
            {due}
          </time>
        )}
        {item.overdue && <span className="block text-12">{t('inbox.overdue')}</span>}
      </td>
    </tr>
  );
}

/** One waiting document. Drawn again only when it, its tick or the cursor on it changes. */
export const InboxRow = memo(InboxRowView);
