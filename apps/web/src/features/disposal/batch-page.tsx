import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type DisposalBatch,
  type DisposalItem,
  type Measure,
  useDisposalBatch,
  useDisposalStep,
} from '../../shared/api/disposal';
import { useLanguage } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { usePageTitle } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';
import { BatchFoot } from './batch-foot';
import { BatchNotes } from './batch-notes';
import { ChoiceDialog } from './choice-dialog';
import { FileRow } from './file-row';
import { LockNote } from './lock-note';
import { StepTrail } from './step-trail';
import { TransferPackagePart } from './transfer-package';

const columns = [
  'disposal.files',
  'disposal.year',
  'disposal.documents',
  'disposal.retention',
  'disposal.proposal',
  'disposal.measure',
] as const;

interface Asked {
  item: DisposalItem;
  measure: Measure;
}

/** Whether a choice needs no more than the click: what the plan proposes, and no term. */
const isPlain = ({ item, measure }: Asked): boolean => measure === item.proposal && measure !== 'extend';

function Batch({ batch }: { batch: DisposalBatch }) {
  const { t, locale } = useLanguage();
  const step = useDisposalStep(batch);
  const [asked, setAsked] = useState<Asked | null>(null);
  const choosing = batch.allowed.includes('choose');
  const choose = (item: DisposalItem, measure: Measure) => {
    if (isPlain({ item, measure })) step.mutate({ do: 'choose', itemId: item.id, measure });
    else setAsked({ item, measure });
  };
  return (
    <div className="flex h-full flex-col">
      <div className="flex-1 overflow-y-auto" data-scrolls>
        <div className="mx-auto flex max-w-6xl flex-col gap-3 px-4 py-4">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div>
              <h1 className="text-22">{t('disposal.title')}</h1>
              <p>
                {batch.expiresOn && `${t('disposal.expired', { day: formatDay(batch.expiresOn, locale) })} `}
                {batch.sectionName}{' '}
                {t('disposal.size', { files: batch.counts.files, documents: batch.counts.documents })}
              </p>
            </div>
            <StepTrail step={batch.step} />
          </div>
          <LockNote />
          <BatchNotes batch={batch} />
          {step.error && !asked && <ProblemNote error={step.error} />}
          {choosing && <p className="text-13 text-quiet pointer-coarse:hidden">{t('disposal.keys')}</p>}
          <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('disposal.title')}>
            <table className="w-full border-collapse">
              <caption className="sr-only">{t('disposal.title')}</caption>
              <thead className="border-b border-solid-gray-536 text-left text-13">
                <tr>
                  {columns.map((key) => (
                    <th key={key} scope="col" className="px-2 py-1 font-normal whitespace-nowrap">
                      {t(key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {batch.files.map((item) => (
                  <FileRow key={item.id} batch={batch} item={item} choosing={choosing} onChoose={choose} />
                ))}
              </tbody>
            </table>
          </div>
          <TransferPackagePart batch={batch} />
        </div>
      </div>
      <BatchFoot batch={batch} />
      {asked && <ChoiceDialog batch={batch} {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** 評価・選別 of what has expired in a section. */
export function BatchPage() {
  const { t } = useLanguage();
  usePageTitle(t('disposal.title'));
  const { id } = useParams({ from: '/shell/disposal/$id' });
  const batch = useDisposalBatch(id);
  if (batch.error) return <ProblemNote error={batch.error} onRetry={() => void batch.refetch()} />;
  return batch.data ? <Batch batch={batch.data} /> : <Loading lines={8} />;
}
