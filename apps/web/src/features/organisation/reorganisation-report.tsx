import type { ReorganisationChange, ReorganisationTrial } from '../../shared/api/organisation';
import { useT } from '../../shared/i18n/translate';
import { TableHead } from '../../shared/ui/table-head';
import { ChangeRow } from './change-row';
import { Faults, Notes } from './transfer-report';

function Changes({ changes }: { changes: readonly ReorganisationChange[] }) {
  const t = useT();
  return (
    <div
      className="overflow-x-auto rounded-8 border border-line bg-white p-3"
      tabIndex={0}
      role="group"
      aria-label={t('reorganisation.changes')}
    >
      <table className="w-full min-w-160 border-collapse">
        <caption className="sr-only">{t('reorganisation.changes')}</caption>
        <TableHead
          columns={[
            'transfers.line',
            'transfers.what',
            'reorganisation.name',
            'reorganisation.unit',
            'organisation.period',
          ]}
        />
        <tbody>
          {changes.map((change) => (
            <ChangeRow key={`${change.list} ${change.line} ${change.from}`} change={change} code={change.key}>
              {change.unitName}
            </ChangeRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the lists would change, what keeps them from it, and what is under way in the units that end. */
export function ReorganisationReport({ report }: { report: ReorganisationTrial }) {
  const t = useT();
  const { changes, faults, notes } = report;
  return (
    <section aria-labelledby="reorganisation-report" aria-live="polite" className="flex flex-col gap-3">
      <h2 id="reorganisation-report" className="text-18">
        {t('transfers.tried')}
      </h2>
      {faults.length > 0 && <Faults faults={faults} />}
      {faults.length === 0 && (
        <p className="font-bold">
          {changes.length === 0 ? t('transfers.nothing') : t('reorganisation.ready', { n: changes.length })}
        </p>
      )}
      {notes.length > 0 && <Notes title={t('reorganisation.underWay')} notes={notes} />}
      {changes.length > 0 && <Changes changes={changes} />}
    </section>
  );
}
