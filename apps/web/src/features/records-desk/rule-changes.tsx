import { useState } from 'react';
import { type RuleProgress, useRuleChanges, useSteerRuleChange } from '../../shared/api/retention-rules';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { later } from '../../shared/ui/later';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay } from '../../shared/wareki/format';

const RuleChangeFiles = later(() => import('./rule-change-files'));

const tones = { running: 'level', stopped: 'warn', finished: 'good' } as const;

function Line({ change, onFiles }: { change: RuleProgress; onFiles: () => void }) {
  const { t, locale } = useLanguage();
  const steer = useSteerRuleChange(change.id);
  const state = change.state as keyof typeof tones;
  const done = change.followed + change.stayed;
  const title = t('rule.change', { code: change.code, before: change.before, after: change.after });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <b>{title}</b>
      <Chip tone={tones[state]}>{t(`ext.state.${state}`)}</Chip>
      <span>{t('ext.progress', { done, total: change.total })}</span>
      <span>{t('rule.progress', { followed: change.followed, stayed: change.stayed })}</span>
      {(['stop', 'resume'] as const)
        .filter((act) => change.allowed.includes(act))
        .map((act) => (
          <Button key={act} disabled={steer.isPending} onClick={() => steer.mutate(act)}>
            {t(`ext.${act}`)}
          </Button>
        ))}
      {change.total > 0 && (
        <Button look="link" onClick={onFiles} aria-label={`${t('rule.files')} ${title}`}>
          {t('rule.files')}
        </Button>
      )}
      {state !== 'finished' && <progress aria-label={title} max={change.total} value={done} className="w-full" />}
      <span className="w-full text-13 text-quiet">
        {t('ext.askedBy', { day: formatDay(townDay(change.askedAt), locale), name: change.askedByName })}{' '}
        {change.reason}
      </span>
      {steer.error && <ProblemNote error={steer.error} />}
    </li>
  );
}

/** Changed rules of keeping, and how far the files are that follow them (FIL-8). */
export function RuleChanges() {
  const { t } = useLanguage();
  const list = useRuleChanges();
  const [shown, setShown] = useState<string | null>(null);
  const items = list.data?.items ?? [];
  const change = items.find(({ id }) => id === shown);
  return (
    <>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {items.length > 0 && (
        <ul aria-label={t('rule.changes')} className="w-full">
          {items.map((one) => (
            <Line key={one.id} change={one} onFiles={() => setShown(one.id)} />
          ))}
        </ul>
      )}
      {change && <RuleChangeFiles change={change} onClose={() => setShown(null)} />}
    </>
  );
}
