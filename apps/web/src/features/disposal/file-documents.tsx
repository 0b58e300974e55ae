import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type DisposalBatch, type DisposalItem, useDisposalStep, useItemDocuments } from '../../shared/api/disposal';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Day } from '../../shared/wareki/day';

/** The documents of a file; some of them can be split off to be treated otherwise. */
export function FileDocuments({ batch, item }: { batch: DisposalBatch; item: DisposalItem }) {
  const t = useT();
  const list = useItemDocuments(batch.id, item.id);
  const step = useDisposalStep(batch);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const splits = batch.allowed.includes('split') && item.state === 'open' && !item.hold;
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading lines={3} />;
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={t('disposal.reading')}>
        {list.data.items.map((document) => (
          <li key={document.id} className="flex flex-wrap items-center gap-3 py-1">
            {splits && document.pages === null && (
              <input
                type="checkbox"
                className="touch-target size-5"
                aria-label={document.title ?? t('disposal.hidden')}
                checked={chosen.includes(document.id)}
                onChange={() => toggle(document.id)}
              />
            )}
            {document.title && document.pages !== null ? (
              <span>{document.title}</span>
            ) : document.title ? (
              <Link to="/documents/$id" params={{ id: document.id }} className="text-key-900 underline">
                {document.title}
              </Link>
            ) : (
              <span>{t('disposal.hidden')}</span>
            )}
            <span className="text-13 text-quiet">
              {document.number} <Day on={document.decidedOn} />{' '}
              {document.pages !== null && t('disposal.onPaper', { n: document.pages })}
            </span>
          </li>
        ))}
      </ul>
      {step.error && <ProblemNote error={step.error} />}
      {splits && chosen.length > 0 && (
        <p>
          <Button
            look="quiet"
            disabled={step.isPending}
            onClick={() => step.mutate({ do: 'split', itemId: item.id, documentIds: [...chosen] })}
          >
            {t('disposal.split')}
          </Button>
        </p>
      )}
    </div>
  );
}
