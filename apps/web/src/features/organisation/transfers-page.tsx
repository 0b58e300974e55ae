import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type StaffLists, useBringLists, useTryLists } from '../../shared/api/organisation';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { ListFiles } from './list-files';
import { transferLists } from './list-text';
import { TransferReport } from './transfer-report';

/** 人事異動: lists go out, are changed, tried, and brought in. */
export function TransfersPage() {
  const t = useT();
  const announce = useAnnounce();
  const [lists, setLists] = useState<StaffLists>({});
  const trial = useTryLists();
  const bringing = useBringLists();
  const choose = (chosen: StaffLists) => {
    setLists(chosen);
    bringing.reset();
    trial.reset();
    if (Object.keys(chosen).length > 0) trial.mutate(chosen);
  };
  const bring = () => bringing.mutate(lists, { onSuccess: ({ applied }) => applied && announce(t('transfers.done')) });
  const report = bringing.data ?? trial.data;
  const isReady = report !== undefined && !report.applied && report.faults.length === 0 && report.changes.length > 0;
  return (
    <Page
      title={t('transfers.title')}
      aside={
        <Link to="/organisation" className={buttonClass('link')}>
          {t('organisation.title')}
        </Link>
      }
    >
      <p>{t('transfers.help')}</p>
      <ol className="flex list-decimal flex-col gap-3 pl-6">
        <li>
          {t('transfers.takeOut')}
          <span className="ml-3 inline-flex flex-wrap gap-3">
            <a className={buttonClass('link')} href="/api/v1/staff-lists/people.csv" download="people.csv">
              {t('transfers.people')}
            </a>
            <a className={buttonClass('link')} href="/api/v1/staff-lists/assignments.csv" download="assignments.csv">
              {t('transfers.assignments')}
            </a>
          </span>
        </li>
        <li>{t('transfers.change')}</li>
        <li>
          {t('transfers.choose')}
          <ListFiles names={transferLists} unknownWords="transfers.unknownFile" lists={lists} onLists={choose} />
        </li>
      </ol>
      {trial.isPending && Object.keys(lists).length > 0 && <Loading lines={5} />}
      {(bringing.error ?? trial.error) && <ProblemNote error={bringing.error ?? trial.error} />}
      {report && <TransferReport report={report} />}
      {isReady && (
        <div className="flex flex-wrap items-center gap-3">
          <Button look="primary" disabled={bringing.isPending} onClick={bring}>
            {t('transfers.bring', { n: report.changes.length })}
          </Button>
          <span className="text-14">{t('transfers.bringHelp')}</span>
        </div>
      )}
    </Page>
  );
}
