import { Link } from '@tanstack/react-router';
import { useExecution } from '../../shared/api/execution';
import type { Document, Execution } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { buttonClass } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Day } from '../../shared/wareki/day';
import { formatDay, townDay } from '../../shared/wareki/format';
import { ExecutionEntries } from './execution-entries';
import { ExecutionSteps } from './execution-steps';
import { FollowUp } from './follow-up';

function Numbers({ execution }: { execution: Execution }) {
  const { t } = useLanguage();
  const shown = execution.numbers.slice(0, 20);
  return (
    <section aria-label={t('execution.numbers')}>
      <h3 className="mb-1">{t('execution.numbers')}</h3>
      {execution.continues && <p>{t('execution.continues', { number: execution.continues })}</p>}
      {shown.length === 0 && <p className="text-quiet">{t('execution.noNumbers')}</p>}
      <ul>
        {shown.map((number) => (
          <li key={number.text} className="flex flex-wrap gap-x-3">
            <span className={number.voidedAt ? 'line-through' : 'font-bold'}>{number.text}</span>
            {number.addressee && <span>{number.addressee}</span>}
            {number.voidedAt && (
              <span>
                <Chip tone="warn">{t('execution.void')}</Chip> {number.voidReason}
              </span>
            )}
          </li>
        ))}
        {execution.numbers.length > shown.length && <li>… {execution.numbers.length}</li>}
      </ul>
    </section>
  );
}

function CleanCopy({ execution }: { execution: Execution }) {
  const t = useT();
  const copy = execution.cleanCopy;
  if (!copy) return null;
  const lines = copy.lines.slice(0, 50);
  return (
    <section aria-label={t('execution.copy')} className="flex flex-col gap-2">
      <h3>{t('execution.copy')}</h3>
      <p className="flex flex-wrap items-center gap-3">
        <Day on={copy.documentDate} />
        <Chip>{t(`execution.sealMode.${copy.sealMode}`)}</Chip>
        <a className={buttonClass('link')} href={copy.pdfUrl} target="_blank" rel="noreferrer">
          {t('execution.openCopy')}
        </a>
      </p>
      <ul aria-label={t('execution.addressees')}>
        {lines.map((line) => (
          <li key={line.line} className="flex flex-wrap gap-x-3">
            <span>{line.addressee}</span>
            <span className="text-quiet">{line.number}</span>
            <Chip tone={line.dispatched ? 'good' : 'plain'}>
              {t(line.void ? 'execution.void' : line.dispatched ? 'execution.sent' : 'execution.unsent')}
            </Chip>
          </li>
        ))}
        {copy.lines.length > lines.length && <li>… {copy.lines.length}</li>}
      </ul>
    </section>
  );
}

/** The registers in which the steps stand. */
function Registers({ registers }: Pick<Execution, 'registers'>) {
  const { t } = useLanguage();
  return (
    <p className="no-print flex flex-wrap gap-4">
      <Link to="/numbers" search={{}} className="text-key-900 underline">
        {t('nav.numbers')}
      </Link>
      {registers.map((kind) => (
        <Link key={kind} to="/registers" search={{ kind }} className="text-key-900 underline">
          {t(`registers.${kind}`)}
        </Link>
      ))}
    </p>
  );
}

/** 施行: number, clean copy, collation, seal and dispatch of a decided document, and what is to be done next. */
function ExecutionPanel({ document }: { document: Document }) {
  const { t, locale } = useLanguage();
  const execution = useExecution(document.id);
  if (execution.error) return <ProblemNote error={execution.error} onRetry={() => void execution.refetch()} />;
  if (!execution.data) return <Loading />;
  const { executes, waived, executedAt, entries } = execution.data;
  if (!executes && entries.length === 0) return <p>{t('execution.none')}</p>;
  return (
    <div className="flex flex-col gap-5">
      {waived && <p>{t('execution.waived')}</p>}
      {executedAt && (
        <p>
          <Chip tone="good">{t('execution.executedAt', { day: formatDay(townDay(executedAt), locale) })}</Chip>
        </p>
      )}
      <Numbers execution={execution.data} />
      {execution.data.mayFollow && <FollowUp documentId={document.id} continues={execution.data.continues} />}
      <CleanCopy execution={execution.data} />
      <ExecutionSteps document={document} execution={execution.data} />
      <ExecutionEntries entries={entries} />
      <Registers registers={execution.data.registers} />
    </div>
  );
}

/** The tab of the document page. */
export const executionTab = (document: Document, label: string) => ({
  key: 'execution',
  label,
  panel: () => (
    <div className="p-4">
      <ExecutionPanel document={document} />
    </div>
  ),
});
