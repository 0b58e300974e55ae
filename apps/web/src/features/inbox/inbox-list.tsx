import type { Dispatch } from 'react';
import type { InboxConditions, useInbox } from '../../shared/api/inbox';
import type { InboxItem } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Arrivals } from './arrivals';
import { agreeing } from './inbox-item';
import { LaterEmptyInbox, LaterFilter, LaterSavedViews } from './later';
import { InboxTable } from './inbox-table';
import { InboxViews } from './inbox-views';
import { SelectionBar } from './selection-bar';
import type { Selection, SelectionAction } from './selection';

interface InboxListProps {
  inbox: ReturnType<typeof useInbox>;
  items: readonly InboxItem[];
  /** Rows settled elsewhere while they stood here. */
  gone: ReadonlySet<string>;
  /** Arrivals that wait until they are asked for. */
  held: number;
  onShow: () => void;
  ticked: readonly InboxItem[];
  today: string;
  conditions: InboxConditions;
  selection: Selection;
  dispatch: Dispatch<SelectionAction>;
  onOpen: (key: string) => void;
  onApprove: () => void;
  onReturn: () => void;
  className?: string;
}

/** The left pane: views or the selection on top, the documents below. */
export function InboxList(props: InboxListProps) {
  const t = useT();
  const { inbox, items, ticked, conditions } = props;
  const { view } = conditions;
  return (
    <section
      aria-label={t('inbox.list')}
      className={cx('@container flex min-h-0 min-w-0 flex-col short:overflow-y-auto', props.className)}
    >
      <div className="min-h-12 shrink-0 border-b border-line px-3 py-1.5">
        {ticked.length > 0 ? (
          <SelectionBar
            items={ticked}
            agree={agreeing(view)}
            onApprove={props.onApprove}
            onReturn={props.onReturn}
            onClear={() => props.dispatch({ type: 'clear' })}
          />
        ) : (
          <>
            <h1 className="hidden py-1 text-16 xl:block">{t(`view.${view}`)}</h1>
            <div className="xl:hidden">
              <h1 className="sr-only">{t(`view.${view}`)}</h1>
              <InboxViews view={view} row />
              <LaterSavedViews current={conditions} />
            </div>
          </>
        )}
      </div>
      <LaterFilter conditions={conditions} />
      <Arrivals held={props.held} gone={props.gone.size} onShow={props.onShow} />
      <div className="min-h-0 flex-1 overflow-y-auto short:flex-none short:overflow-visible">
        {inbox.error && <ProblemNote error={inbox.error} onRetry={() => void inbox.refetch()} />}
        {inbox.isPending && <Loading lines={10} />}
        {inbox.data && items.length === 0 && <LaterEmptyInbox conditions={conditions} />}
        {items.length > 0 && (
          <InboxTable
            items={items}
            gone={props.gone}
            today={props.today}
            conditions={conditions}
            selection={props.selection}
            dispatch={props.dispatch}
            onOpen={props.onOpen}
          />
        )}
        {inbox.hasNextPage && (
          <p className="p-3 text-center">
            <Button disabled={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
              {t('common.more')}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}
