import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type DocumentOnDay, useDocumentOn } from '../../shared/api/past';
import { useMe } from '../../shared/api/session';
import { ShownDay } from '../../shared/form/shown-day';
import { stateLabel } from '../../shared/i18n/labels';
import { useLanguage } from '../../shared/i18n/translate';
import { History } from '../../shared/pane/history';
import { RouteReasons } from '../../shared/sheet/route-reasons';
import { buttonClass } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { PrintedBy } from '../../shared/ui/printed-by';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';
import { PastPosts } from './past-posts';
import { PastReadersList } from './past-readers';
import { PastSheet } from './past-sheet';
import { Section } from './section';

/** Says at once, on screen and on paper, that this is not the document of today. */
function PastMark({ shown }: { shown: DocumentOnDay }) {
  const { t, locale } = useLanguage();
  return (
    <p
      role="note"
      className="rounded-8 border-2 border-dashed border-orange-900 bg-orange-50 px-3 py-2 font-bold text-orange-900"
    >
      {shown.today ? t('past.noteToday') : t('past.note', { day: formatDay(shown.day, locale) })}
    </p>
  );
}

function Filing({ filing }: { filing: DocumentOnDay['filing'] }) {
  const { t, locale } = useLanguage();
  if (!filing) return <p>{t('past.notFiled')}</p>;
  const label = filing.retentionLabel ?? '';
  const { startsOn, expiresOn } = filing;
  return (
    <p>
      {t('past.filingLine', { title: filing.fileTitle, year: filing.fiscalYearLabel, section: filing.unitName })}{' '}
      {startsOn && expiresOn
        ? t('past.kept', { label, from: formatDay(startsOn, locale), to: formatDay(expiresOn, locale) })
        : t('past.keptWithoutEnd', { label })}
    </p>
  );
}

function Past({ shown }: { shown: DocumentOnDay }) {
  const { t } = useLanguage();
  const { document, route } = shown;
  return (
    <>
      <PastMark shown={shown} />
      <p className="flex flex-wrap items-center gap-2 text-13">
        <Chip>{t(stateLabel(document.state))}</Chip>
        {document.revisionNo > 1 && <Chip tone="again">{t('history.revision', { n: document.revisionNo })}</Chip>}
        {route && <Chip tone="level">{route.decisionLabel}</Chip>}
        <span>{document.dispatchNumber ?? document.draftNumber}</span>
      </p>
      <PastSheet shown={shown} />
      {route && (
        <Section title={t('tab.history')}>
          <History entries={route.history} basis={null} />
        </Section>
      )}
      {route && (
        <Section title={t('route.reasons')}>
          <RouteReasons steps={route.steps} />
        </Section>
      )}
      <PastPosts shown={shown} />
      <Section title={t('past.filing')}>
        <Filing filing={shown.filing} />
      </Section>
      <PastReadersList readers={shown.readers} />
      <PrintedBy />
    </>
  );
}

/** RULE-100 その日の姿: a document with its route, file, names and readers at the end of a day; nothing to act on. */
export function PastPage() {
  const { t } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/shell/documents/$id/as-of' });
  const { day } = useSearch({ from: '/shell/documents/$id/as-of' });
  const past = useDocumentOn(id, day ?? me.today);
  const onDay = (next: string | undefined) =>
    void navigate({ to: '/documents/$id/as-of', params: { id }, search: next ? { day: next } : {}, replace: true });
  return (
    <Page
      title={past.data?.document.title ?? t('past.title')}
      aside={
        <div className="no-print flex flex-wrap items-center gap-2">
          <PrintButton />
          <Link to="/documents/$id" params={{ id }} className={buttonClass('secondary')}>
            {t('past.back')}
          </Link>
        </div>
      }
    >
      <div className="no-print">
        <ShownDay
          key={day}
          id="past-day"
          label={t('past.day')}
          day={day}
          accepts={(wanted, today) => wanted !== today}
          onDay={onDay}
        />
      </div>
      {past.error && <ProblemNote error={past.error} />}
      {past.isPending && <Loading lines={12} />}
      {past.data && !past.error && <Past shown={past.data} />}
    </Page>
  );
}
