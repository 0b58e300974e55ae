import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type HoldDetail, useHold, useHoldStep } from '../../shared/api/holds';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Moment } from '../../shared/wareki/day';
import { formatDay, formatFiscalYear, townDay } from '../../shared/wareki/format';

const HoldActSheet = later(() => import('./hold-act-sheet'));

function Facts({ hold }: { hold: HoldDetail }) {
  const { t, locale } = useLanguage();
  const day = (iso: string) => formatDay(iso, locale);
  const facts: [string, string][] = [
    [t('holds.caseNo'), hold.caseNo ?? t('common.none')],
    [t('holds.reason'), hold.reason],
    [t('holds.triggeredOn'), day(hold.triggeredOn)],
    [t('holds.decidedOn'), hold.decidedOn ? day(hold.decidedOn) : t('common.none')],
    [t('holds.end'), hold.endsOn ? t('holds.until', { day: day(hold.endsOn) }) : t('holds.untilReleased')],
    [t('holds.placedBy'), t('holds.placed', { day: day(townDay(hold.placedAt)), name: hold.placedByName })],
  ];
  return (
    <dl className="grid grid-cols-[fit-content(45%)_1fr] gap-x-4 gap-y-1">
      {facts.map(([label, text]) => (
        <div key={label} className="contents">
          <dt className="text-quiet">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Targets({ hold }: { hold: HoldDetail }) {
  const { t, locale } = useLanguage();
  return (
    <section aria-labelledby="targets">
      <h2 id="targets" className="text-18">
        {t('holds.targets')}: {t('holds.count', { files: hold.fileCount, documents: hold.documentCount })}
      </h2>
      <ul>
        {hold.targets.map((target) => (
          <li
            key={target.documentId ?? target.fileId}
            className="flex flex-wrap items-center gap-x-3 border-b border-line py-1"
          >
            <Link
              to="/record-files/$id"
              params={{ id: target.fileId }}
              className="touch-target font-bold text-key-900 underline"
            >
              {target.fileTitle}
            </Link>
            <span className="text-13 text-quiet">
              {formatFiscalYear(target.fiscalYear, locale)} {target.unitName}
              {target.volume > 1 && ` ${t('file.volume', { n: target.volume })}`}
            </span>
            {target.documentId === null && <span>{t('holds.wholeFile')}</span>}
            {target.documentId !== null && target.title === null && <span>{t('holds.hidden')}</span>}
            {target.documentId !== null && target.title !== null && (
              <Link
                to="/documents/$id"
                params={{ id: target.documentId }}
                className="touch-target text-key-900 underline"
              >
                {target.title}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ hold }: { hold: HoldDetail }) {
  const { t, locale } = useLanguage();
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="text-18">
        {t('holds.history')}
      </h2>
      <ol>
        {hold.history.map((step) => (
          <li key={`${step.at}${step.kind}`} className="flex flex-wrap gap-x-3 border-b border-line py-1">
            <span className="tabular-nums">
              <Moment at={step.at} />
            </span>
            <b>{t(`holds.step.${step.kind}` as PlainKey)}</b>
            <span>{step.byName}</span>
            {step.endsOn && <span>{t('holds.until', { day: formatDay(step.endsOn, locale) })}</span>}
            {step.note && <span className="w-full text-13">{step.note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const acts = ['decide', 'change', 'release'] as const;

function Acts({ hold }: { hold: HoldDetail }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const step = useHoldStep();
  const [open, setOpen] = useState<(typeof acts)[number] | null>(null);
  const confirm = () =>
    step.mutate({ id: hold.id, step: { do: 'confirm' } }, { onSuccess: () => announce(t('holds.saved')) });
  return (
    <div className="no-print flex flex-wrap gap-2">
      {hold.allowed.includes('confirm') && (
        <Button look="primary" disabled={step.isPending} onClick={confirm}>
          {t('holds.act.confirm')}
        </Button>
      )}
      {acts
        .filter((act) => hold.allowed.includes(act))
        .map((act) => (
          <Button key={act} look={act === 'release' ? 'danger' : 'secondary'} onClick={() => setOpen(act)}>
            {t(`holds.act.${act}`)}
          </Button>
        ))}
      {step.error && <ProblemNote error={step.error} />}
      {open && <HoldActSheet hold={hold} act={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** One hold: what it covers, what became of it, and what may be done. */
export function HoldPage() {
  const { t } = useLanguage();
  const { id } = useParams({ from: '/shell/holds/$id' });
  const { data: hold, error, refetch } = useHold(id);
  const title = hold ? t('holds.title', { ground: t(`holds.ground.${hold.ground}`) }) : t('nav.holds');
  return (
    <Page title={title} aside={hold && <Acts hold={hold} />}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!hold && !error && <Loading lines={6} />}
      {hold && (
        <>
          <p className="flex flex-wrap gap-2">
            <Chip tone={hold.inForce ? 'urgent' : 'plain'}>
              {t(hold.inForce ? 'holds.state.in_force' : 'holds.state.ended')}
            </Chip>
            {!hold.isConfirmed && hold.inForce && <Chip tone="warn">{t('holds.asked')}</Chip>}
          </p>
          <Facts hold={hold} />
          <Targets hold={hold} />
          <History hold={hold} />
        </>
      )}
    </Page>
  );
}
