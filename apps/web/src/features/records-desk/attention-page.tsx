import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type AttentionFile, type AttentionKind, attentionKinds, useAttention } from '../../shared/api/keeping';
import { SelectInput } from '../../shared/form/picked';
import { HoldChip } from '../../shared/holds/hold-marks';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';

const FindingsList = later(() => import('./findings-list'), <Loading lines={6} />);
const ReviewSheet = later(() => import('../../shared/keeping/review-sheet'));

interface LineProps {
  readonly file: AttentionFile;
  readonly onReview: (() => void) | null;
}

function Line({ file, onReview }: LineProps) {
  const { t, locale } = useLanguage();
  const day = (iso: string) => formatDay(iso, locale);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-2">
      <div className="min-w-60 grow">
        <Link to="/record-files/$id" params={{ id: file.id }} className="touch-target font-bold text-key-900 underline">
          {file.title}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
          <span>{file.unitName}</span>
          <span>{formatFiscalYear(file.fiscalYear, locale)}</span>
          <span>{file.classCode}</span>
          {file.volume > 1 && <span>{t('file.volume', { n: file.volume })}</span>}
          <span>{file.retentionLabel}</span>
          <span>{t('attention.doc', { n: file.documentCount })}</span>
        </p>
        <HoldChip hold={file.hold} />
      </div>
      <div className="flex flex-col items-end gap-1 text-13">
        <span>{file.expiresOn ? day(file.expiresOn) : <Chip tone="warn">{t('attention.noExpiry')}</Chip>}</span>
        {file.foundOn && <span>{t('attention.found', { day: day(file.foundOn) })}</span>}
        {file.reviewOn && <span>{t('attention.reviewOn', { day: day(file.reviewOn) })}</span>}
      </div>
      {onReview && <Button onClick={onReview}>{t('attention.review')}</Button>}
    </li>
  );
}

const views = [...attentionKinds, 'findings'] as const;

/** What somebody has to look at: the files behind a figure of the desk, or what the nightly sweep has found. */
export function AttentionPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/records/attention' });
  const view = views.find((one) => one === search.kind) ?? 'unknown_expiry';
  const title = (one: (typeof views)[number]) => t(one === 'findings' ? 'findings.title' : `desk.${one}`);
  return (
    <Page
      title={title(view)}
      aside={
        <nav aria-label={t('nav.desk')} className="flex flex-wrap items-center gap-3">
          <Link to="/records" className="touch-target text-key-900 underline">
            {t('nav.desk')}
          </Link>
          <SelectInput
            label={t('desk.figures')}
            value={view}
            options={views.map((one) => [one, title(one)] as const)}
            onChange={(next) => void navigate({ to: '/records/attention', search: { ...search, kind: next } })}
          />
        </nav>
      }
    >
      {view === 'findings' ? <FindingsList unit={search.unit} /> : <CountedFiles kind={view} unit={search.unit} />}
    </Page>
  );
}

/** The files behind a figure of the desk; what is due for review is reviewed here. */
function CountedFiles({ kind, unit }: { kind: AttentionKind; unit: string | undefined }) {
  const { t } = useLanguage();
  const list = useAttention(kind, unit);
  const [reviewed, setReviewed] = useState<AttentionFile | null>(null);
  const files = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="text-quiet first-letter:uppercase">{t(`desk.${kind}Help`)}</p>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && files.length === 0 && <p className="py-6">{t('attention.empty')}</p>}
      {files.length > 0 && (
        <ul aria-label={t(`desk.${kind}`)}>
          {files.map((file) => (
            <Line key={file.id} file={file} onReview={kind === 'review_due' ? () => setReviewed(file) : null} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {reviewed && <ReviewSheet fileId={reviewed.id} title={reviewed.title} onClose={() => setReviewed(null)} />}
    </>
  );
}
