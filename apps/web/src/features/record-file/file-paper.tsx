import { useState } from 'react';
import { type PaperFile, type PaperRecord, useFilePaper, useFilePaperStep } from '../../shared/api/file-paper';
import { useLoanStep } from '../../shared/api/paper';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Day } from '../../shared/wareki/day';
import { formatDay, townDay } from '../../shared/wareki/format';
import { type PaperAct, PAPER_ACTS } from './paper-acts';
import { ScanButton } from './scan-button';
import { SubstituteLine } from './substitute-line';

const PaperSheet = later(() => import('./paper-sheet'));

function Places({ paper }: { paper: PaperFile }) {
  const { t, locale } = useLanguage();
  const day = (instant: string) => formatDay(townDay(instant), locale);
  if (paper.places.length === 0) return <p>{t('paperFile.noPlace')}</p>;
  return (
    <ul aria-label={t('paperFile.places')}>
      {paper.places.map((place) => (
        <li key={`${place.since}${place.placeCode ?? ''}`} className="flex flex-wrap gap-x-3 py-1">
          <b>{place.placeCode ?? place.note}</b>
          {place.placeCode !== null && place.note && <span>{place.note}</span>}
          <span className="text-13 text-quiet">
            {day(place.since)} – {place.until && day(place.until)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Loans({ paper }: { paper: PaperFile }) {
  const { t, locale } = useLanguage();
  const announce = useAnnounce();
  const step = useLoanStep();
  if (paper.loans.length === 0) return <p>{t('paperFile.noLoans')}</p>;
  return (
    <ul aria-label={t('paper.tab.loans')}>
      {paper.loans.map((loan) => (
        <li key={loan.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
          <Chip tone={loan.state === 'overdue' ? 'urgent' : 'plain'}>{t(`paper.loan.${loan.state}`)}</Chip>
          <b>{loan.requestedByName}</b>
          <span>{loan.purpose}</span>
          <span className="text-13">{t('holds.until', { day: formatDay(loan.dueOn, locale) })}</span>
          {(['lend', 'take_back'] as const)
            .filter((act) => loan.allowed.includes(act))
            .map((act) => (
              <Button
                key={act}
                disabled={step.isPending}
                onClick={() => step.mutate({ step: act, id: loan.id }, { onSuccess: () => announce(t('paper.done')) })}
              >
                {t(`paper.act.${act}`)}
              </Button>
            ))}
        </li>
      ))}
      {step.error && <ProblemNote error={step.error} />}
    </ul>
  );
}

interface RecordLineProps {
  readonly paper: PaperFile;
  readonly record: PaperRecord;
  readonly step: ReturnType<typeof useFilePaperStep>;
}

function RecordLine({ paper, record, step }: RecordLineProps) {
  const t = useT();
  const scans = paper.substitutes.filter(({ paperRecordId }) => paperRecordId === record.id);
  const open = scans.some(({ state }) => state !== 'refused');
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2">
      <span className="flex flex-wrap items-center gap-x-3">
        <b>{record.title}</b>
        <span className="text-13 text-quiet">
          {record.documentNumber} <Day on={record.documentedOn} /> {t('paperFile.pages', { n: record.pages })}{' '}
          {record.location}
        </span>
        {!open && paper.allowed.includes('register') && <ScanButton record={record} step={step} />}
      </span>
      {scans.map((scan) => (
        <SubstituteLine key={scan.id} scan={scan} step={step} />
      ))}
    </li>
  );
}

/** The paper of the file: where it lies, who has it, what of it was scanned to stand for it. */
export function FilePaper({ fileId }: { fileId: string }) {
  const { t } = useLanguage();
  const paper = useFilePaper(fileId);
  const step = useFilePaperStep(fileId);
  const [open, setOpen] = useState<PaperAct | null>(null);
  return (
    <section aria-labelledby="paper" className="flex flex-col gap-2">
      <h2 id="paper" className="text-18">
        {t('paperFile.title')}
      </h2>
      {paper.error && <ProblemNote error={paper.error} onRetry={() => void paper.refetch()} />}
      {paper.isPending && <Loading lines={4} />}
      {paper.data && (
        <>
          <div className="no-print flex flex-wrap gap-2">
            {PAPER_ACTS.filter((act) => paper.data.allowed.includes(act)).map((act) => (
              <Button key={act} onClick={() => setOpen(act)}>
                {t(`paperFile.act.${act}`)}
              </Button>
            ))}
          </div>
          <h3>{t('paperFile.places')}</h3>
          <Places paper={paper.data} />
          <h3>{t('paper.tab.loans')}</h3>
          <Loans paper={paper.data} />
          <h3>{t('paperFile.records')}</h3>
          {paper.data.records.length === 0 && <p>{t('paperFile.noRecords')}</p>}
          <ul aria-label={t('paperFile.records')}>
            {paper.data.records.map((record) => (
              <RecordLine key={record.id} paper={paper.data} record={record} step={step} />
            ))}
          </ul>
          {step.error && !open && <ProblemNote error={step.error} />}
        </>
      )}
      {open && <PaperSheet act={open} step={step} onClose={() => setOpen(null)} />}
    </section>
  );
}
