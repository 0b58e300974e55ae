import { Link } from '@tanstack/react-router';
import { useCloseDocument, useFiling } from '../../shared/api/records';
import type { Document, Filing } from '../../shared/api/types';
import { HoldMarks } from '../../shared/holds/hold-marks';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';

function FilingFacts({ filing }: { filing: Filing }) {
  const { t, locale } = useLanguage();
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : t('filing.notYet'));
  const facts: [string, string][] = [
    [t('filing.fiscalYear'), filing.fiscalYearLabel],
    [t('filing.class'), `${filing.classCode} ${filing.className}`],
    [t('filing.unit'), filing.unitName],
    [t('filing.closedOn'), day(filing.closedOn)],
    [t('filing.retention'), filing.retentionLabel],
    [t('filing.startsOn'), day(filing.startsOn)],
    [t('filing.expiresOn'), filing.endless ? t('filing.noEnd') : day(filing.expiresOn)],
  ];
  return (
    <>
      {filing.provisional && (
        <p>
          <Chip tone="warn">{t('filing.provisional')}</Chip>
        </p>
      )}
      <dl className="grid grid-cols-[fit-content(45%)_1fr] gap-x-4 gap-y-1">
        <dt className="text-quiet">{t('filing.file')}</dt>
        <dd>
          <Link to="/record-files/$id" params={{ id: filing.fileId }} className="touch-target text-key-900 underline">
            {filing.fileTitle}
          </Link>
        </dd>
        {facts.map(([label, text]) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <section aria-label={t('filing.why')}>
        <h3 className="mb-1">{t('filing.why')}</h3>
        <ol className="list-decimal pl-6">
          {filing.explanation.map((line) => (
            <li key={line.rule + line.text}>
              {line.text} <span className="text-12 text-quiet">{line.rule}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** Says at the head of the page that the document must not be disposed of. */
function FiledMark({ documentId }: { documentId: string }) {
  const filing = useFiling(documentId);
  return <HoldMarks holds={filing.data?.holds ?? []} />;
}

const filedStates: readonly Document['state'][] = ['decided', 'executed', 'closed'];

/** Nothing is filed before it is decided. */
export function HeldMark({ document }: { document: Document }) {
  return filedStates.includes(document.state) ? <FiledMark documentId={document.id} /> : null;
}

/** Where the document is filed, until when it is kept and why; and its closing (完結) where that is open. */
export function FilingPanel({ document }: { document: Document }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const filing = useFiling(document.id);
  const close = useCloseDocument(document.id);
  if (filing.error) return <ProblemNote error={filing.error} onRetry={() => void filing.refetch()} />;
  if (filing.isPending) return <Loading />;
  return (
    <div className="flex flex-col gap-4">
      {filing.data ? <FilingFacts filing={filing.data} /> : <p>{t('filing.none')}</p>}
      {close.error && <ProblemNote error={close.error} />}
      {filing.data?.allowed.includes('close') && (
        <div>
          <Button
            look="primary"
            disabled={close.isPending}
            onClick={() =>
              close.mutate('close', { onSuccess: () => announce(t('filing.closed', { title: document.title })) })
            }
          >
            {t('filing.close')}
          </Button>
          <p className="mt-1 text-13 text-quiet">{t('filing.closeHelp')}</p>
        </div>
      )}
    </div>
  );
}
