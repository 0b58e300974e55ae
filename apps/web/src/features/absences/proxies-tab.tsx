import { useState } from 'react';
import { useEndProxy, useProxies } from '../../shared/api/absences';
import type { Proxy } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useSpanWords } from './span-words';

const GiveProxySheet = later(() => import('./give-proxy-sheet'));

function ProxyLine({ proxy }: { proxy: Proxy }) {
  const t = useT();
  const announce = useAnnounce();
  const end = useEndProxy();
  const words = useSpanWords();
  const post = `${proxy.unitName} ${proxy.postTitle}`;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <b>{t('proxy.given', { post, giver: proxy.giverName, taker: proxy.takerName })}</b>
      <span>{words(proxy)}</span>
      <span className="text-quiet">{proxy.reason}</span>
      {proxy.allowed.includes('cancel') && (
        <Button
          look="quiet"
          className="ml-auto"
          disabled={end.isPending}
          aria-label={t('proxy.cancelOf', { taker: proxy.takerName })}
          onClick={() => end.mutate(proxy.id, { onSuccess: () => announce(t('proxy.cancelled')) })}
        >
          {t('proxy.cancel')}
        </Button>
      )}
      {end.error && <ProblemNote error={end.error} />}
    </li>
  );
}

/** 代理 given and taken, and giving one. */
export function ProxiesTab({ today }: { today: string }) {
  const t = useT();
  const list = useProxies();
  const [giving, setGiving] = useState(false);
  const posts = list.data?.posts ?? [];
  return (
    <div className="flex flex-col gap-4 py-4">
      <p>{t('proxy.intro')}</p>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={4} />}
      {list.data?.items.length === 0 && <p>{t('proxy.empty')}</p>}
      <ul>
        {list.data?.items.map((proxy) => (
          <ProxyLine key={proxy.id} proxy={proxy} />
        ))}
      </ul>
      {list.data && posts.length === 0 && <p>{t('proxy.noPost')}</p>}
      {posts.length > 0 && (
        <div>
          <Button look="primary" onClick={() => setGiving(true)}>
            {t('proxy.give')}
          </Button>
        </div>
      )}
      {giving && <GiveProxySheet posts={posts} today={today} onClose={() => setGiving(false)} />}
    </div>
  );
}
