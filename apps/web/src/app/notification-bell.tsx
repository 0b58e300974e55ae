import { useNavigate } from '@tanstack/react-router';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { useMarkNotificationsRead, useNotifications } from '../shared/api/notifications';
import type { Notification } from '../shared/api/types';
import { useLanguage, useT } from '../shared/i18n/translate';
import { Button as PlainButton } from '../shared/ui/button';
import { cx } from '../shared/ui/class-names';
import { Moment } from '../shared/wareki/day';

const screens = {
  coverage: '/delegation',
  object: '/object-store',
  readings: '/readings',
  emergency: '/emergency-readings',
  sending: '/draft',
} as const;
const pages = { receipt: '/receipts/$id', document: '/documents/$id', 'record-file': '/record-files/$id' } as const;

function News({ items, close }: { items: readonly Notification[]; close: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const markRead = useMarkNotificationsRead();
  const open = (item: Notification) => {
    if (item.readAt === null) markRead.mutate([item.id]);
    close();
    const { subjectKind: kind } = item;
    if (kind === 'finding') return void navigate({ to: '/records/attention', search: { kind: 'findings' } });
    if (kind in screens) return void navigate({ to: screens[kind as keyof typeof screens] });
    void navigate({ to: pages[kind as keyof typeof pages], params: { id: item.documentId } });
  };
  if (items.length === 0) return <p className="p-4">{t('news.empty')}</p>;
  return (
    <>
      <ul className="max-h-[60vh] divide-y divide-line overflow-y-auto">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => open(item)}
              className={cx(
                'w-full border-l-4 px-3 py-2 text-left hover:bg-key-50',
                item.readAt === null ? 'border-key-900' : 'border-transparent',
              )}
            >
              <span className={cx('block', item.readAt === null && 'font-bold')}>
                {item.readAt === null && <span className="sr-only">{t('inbox.unread')} </span>}
                {item.title}
              </span>
              <span className="block text-13">{item.text}</span>
              <span className="block text-12 text-quiet">
                <Moment at={item.createdAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="border-t border-line p-2 text-right">
        <PlainButton look="link" onClick={() => markRead.mutate('all')}>
          {t('news.readAll')}
        </PlainButton>
      </p>
    </>
  );
}

/** News that reached me, and how many I have not read. */
export default function NotificationBell() {
  const { t } = useLanguage();
  const news = useNotifications();
  const unread = news.data?.unread ?? 0;
  return (
    <DialogTrigger>
      <Button
        aria-label={t('news.bell', { n: unread })}
        className="touch-target relative inline-flex size-9 items-center justify-center rounded-8 hover:bg-solid-gray-50"
      >
        <svg
          viewBox="0 0 24 24"
          aria-hidden="true"
          className="size-5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        >
          <path d="M12 3a6 6 0 0 0-6 6v5l-2 3h16l-2-3V9a6 6 0 0 0-6-6ZM10 20a2 2 0 0 0 4 0" />
        </svg>
        {unread > 0 && (
          <span
            aria-hidden="true"
            className="absolute -top-0.5 -right-1 min-w-4 rounded-full bg-vermilion px-1 text-12 leading-120 font-bold text-white"
          >
            {unread}
          </span>
        )}
      </Button>
      <Popover className="z-40 w-[min(24rem,94vw)] rounded-8 border border-line bg-white shadow-2">
        <Dialog className="outline-none">
          {({ close }) => (
            <>
              <Heading slot="title" className="border-b border-line px-3 py-2 text-14 font-bold">
                {t('news.title')}
              </Heading>
              <News items={news.data?.items ?? []} close={close} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
