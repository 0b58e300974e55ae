import type { StaffChange, StaffReport } from '../../shared/api/organisation';
import { useT } from '../../shared/i18n/translate';
import { TableHead } from '../../shared/ui/table-head';
import { ChangeRow } from './change-row';

/** What the lists change, what keeps them from it, and what is under way with those who go. */
export function TransferReport({ report }: { report: StaffReport }) {
  const t = useT();
  const { applied, changes, faults, notes } = report;
  return (
    <section aria-labelledby="transfer-report" aria-live="polite" className="flex flex-col gap-3">
      <h2 id="transfer-report" className="text-18">
        {t(applied ? 'transfers.applied' : 'transfers.tried')}
      </h2>
      {faults.length > 0 && <Faults faults={faults} />}
      {faults.length === 0 && changes.length === 0 && <p>{t('transfers.nothing')}</p>}
      {changes.length > 0 && (
        <div className="overflow-x-auto rounded-8 border border-line bg-white p-3">
          <table className="w-full border-collapse">
            <TableHead
              columns={[
                'transfers.line',
                'transfers.what',
                'organisation.person',
                'organisation.post',
                'organisation.period',
              ]}
            />
            <tbody>
              {changes.map((change) => (
                <ChangeRow key={`${change.list} ${change.line}`} change={change} code={change.staffNo}>
                  <Seat change={change} />
                </ChangeRow>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {notes.length > 0 && <Notes title={t('transfers.underWay')} notes={notes} />}
    </section>
  );
}

/** What is under way, a sentence each. */
export function Notes({ title, notes }: { title: string; notes: readonly string[] }) {
  return (
    <>
      <h3 className="text-16">{title}</h3>
      <ul className="list-disc pl-6">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** What keeps lists from being brought in. */
export function Faults({ faults }: { faults: StaffReport['faults'] }) {
  const t = useT();
  return (
    <div role="alert" className="border-l-4 border-vermilion bg-red-50 px-3 py-2">
      <p>{t('transfers.faults', { n: faults.length })}</p>
      <ul className="list-disc pl-6">
        {faults.map(({ file, line, column, message }) => (
          <li key={`${file} ${line} ${column} ${message}`}>
            {line > 0 ? t('transfers.faultAt', { file, line }) : `${file}:`} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Seat({ change: { unitName, postTitle, kind } }: { change: StaffChange }) {
  const t = useT();
  return (
    <>
      {unitName} {postTitle} {kind && kind !== 'main' && t(`post.${kind}`)}
    </>
  );
}
