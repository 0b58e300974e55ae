import { useState } from 'react';
import { type ReadingsSearch, useReadingDigests, useReadings } from '../../shared/api/readings';
import { useT } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { Page } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { PrintedBy } from '../../shared/ui/printed-by';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DigestCard } from './digest-card';
import { InquiryForm } from './inquiry-form';
import { ReadingList } from './reading-list';

function Inquiry() {
  const t = useT();
  const [search, setSearch] = useState<ReadingsSearch | null>(null);
  const list = useReadings(search);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="inquiry" className="flex flex-col gap-3">
      <h2 id="inquiry" className="text-18">
        {t('readings.inquiry')}
      </h2>
      <p>{t('readings.inquiryHelp')}</p>
      <InquiryForm onAsk={setSearch} />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {search !== null && list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <p className="py-4">{t('readings.empty')}</p>}
      {items.length > 0 && <ReadingList readings={items} />}
      <MoreButton list={list} />
    </section>
  );
}

/** 閲覧記録: who read what, asked by auditors; the weekly digest of privileged readings, for the manager who looks at it. */
export function ReadingsPage() {
  const t = useT();
  const digests = useReadingDigests();
  return (
    <Page title={t('readings.title')} aside={<PrintButton />}>
      <PrintedBy />
      {digests.error && <ProblemNote error={digests.error} onRetry={() => void digests.refetch()} />}
      {digests.isPending && <Loading lines={6} />}
      {digests.data?.mayInquire && <Inquiry />}
      {digests.data && (
        <section aria-labelledby="digests" className="flex flex-col gap-3">
          <h2 id="digests" className="text-18">
            {t('readings.digests')}
          </h2>
          <p>{t('readings.digestsHelp')}</p>
          {digests.data.digests.length === 0 && <p className="py-4">{t('readings.noDigests')}</p>}
          {digests.data.digests.map((digest) => (
            <DigestCard key={digest.id} digest={digest} />
          ))}
        </section>
      )}
    </Page>
  );
}
