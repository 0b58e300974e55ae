import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useT } from '../i18n/translate';
import { roomOf } from './room';

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'failed';
  readonly action?: NoticeAction | undefined;
}

/** What can be done about what was said, e.g. 取り消す. */
export interface NoticeAction {
  readonly label: string;
  readonly shortcut?: string;
  readonly run: () => void;
}
type Announce = (text: string, tone?: Notice['tone'], action?: NoticeAction) => void;

const AnnounceContext = createContext<Announce>(() => undefined);
export const useAnnounce = (): Announce => use(AnnounceContext);

const shownFor = 12_000;
const noticeRoom = roomOf('notice');

/**
 * One status strip for the whole app: what was done, said at least ten seconds, close above the acts of the screen. Nothing is
 * under it: acts and screens keep its room free (app.css).
 */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const t = useT();
  const [notice, setNotice] = useState<Notice | null>(null);
  const announce = useCallback<Announce>(
    (text, tone = 'done', action) => setNotice((previous) => ({ id: (previous?.id ?? 0) + 1, text, tone, action })),
    [],
  );
  useEffect(() => {
    if (!notice || notice.tone === 'failed') return;
    const timer = setTimeout(() => setNotice(null), shownFor);
    return () => clearTimeout(timer);
  }, [notice]);
  const strip = useMemo(() => notice && (notice.tone === 'failed' ? 'border-vermilion' : 'border-key-900'), [notice]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div
        role="status"
        ref={noticeRoom}
        className="notice-room no-print pointer-events-none fixed z-30 flex justify-center"
      >
        {notice && (
          <p
            className={`pointer-events-auto mx-3 my-1 flex items-center gap-3 rounded-8 border-l-8 bg-white px-4 py-2 shadow-2 ${strip}`}
          >
            {notice.text}
            {notice.action && (
              <button
                type="button"
                className="touch-target min-h-6 shrink-0 font-bold whitespace-nowrap text-key-900 underline"
                aria-keyshortcuts={notice.action.shortcut}
                onClick={() => {
                  setNotice(null);
                  notice.action?.run();
                }}
              >
                {notice.action.label}{' '}
                {notice.action.shortcut && <kbd className="text-13">{notice.action.shortcut}</kbd>}
              </button>
            )}
            <button
              type="button"
              className="min-h-6 min-w-6 shrink-0 whitespace-nowrap underline"
              onClick={() => setNotice(null)}
            >
              {t('common.close')}
            </button>
          </p>
        )}
      </div>
    </AnnounceContext>
  );
}
