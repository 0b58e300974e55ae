import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import ReasonDialog from '../../shared/acts/reason-dialog';
import { type Loan, useLoanStep, useLoans } from '../../shared/api/paper';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Day } from '../../shared/wareki/day';
import { formatFiscalYear } from '../../shared/wareki/format';

const tones = { requested: 'level', lent: 'plain', overdue: 'urgent', returned: 'good', refused: 'plain' } as const;

function LoanRow({ loan, onRefuse }: { loan: Loan; onRefuse: () => void }) {
  const { t, locale } = useLanguage();
  const announce = useAnnounce();
  const step = useLoanStep();
  const take = (act: 'lend' | 'take_back') =>
    step.mutate({ step: act, id: loan.id }, { onSuccess: () => announce(t('paper.done')) });
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        <Link
          to="/record-files/$id"
          params={{ id: loan.fileId }}
          className="touch-target font-bold text-key-900 underline"
        >
          {loan.fileTitle}
        </Link>
        <span className="block text-13 text-quiet">
          {formatFiscalYear(loan.fiscalYear, locale)} {loan.classCode} {loan.place}
        </span>
      </th>
      <td className="py-2 pr-3">
        {loan.requestedByName} <span className="block text-13 text-quiet">{loan.sectionName}</span>
        <span className="block text-13">{loan.purpose}</span>
      </td>
      <td className="py-2 pr-3 whitespace-nowrap">
        <Day on={loan.dueOn} />
      </td>
      <td className="py-2 pr-3">
        <Chip tone={tones[loan.state]}>{t(`paper.loan.${loan.state}`)}</Chip>
        {loan.refusal && <span className="block text-13">{loan.refusal}</span>}
      </td>
      <td className="no-print py-2">
        <span className="flex flex-wrap justify-end gap-2">
          {(['lend', 'take_back'] as const)
            .filter((act) => loan.allowed.includes(act))
            .map((act) => (
              <Button key={act} disabled={step.isPending} onClick={() => take(act)}>
                {t(`paper.act.${act}`)}
              </Button>
            ))}
          {loan.allowed.includes('refuse') && (
            <Button look="quiet" onClick={onRefuse}>
              {t('paper.act.refuse')}
            </Button>
          )}
        </span>
        {step.error && <ProblemNote error={step.error} />}
      </td>
    </tr>
  );
}

/** 貸出簿 */
export function LoansTab() {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const [all, setAll] = useState(false);
  const [refusing, setRefusing] = useState<Loan | null>(null);
  const list = useLoans(all);
  const refusal = useLoanStep();
  const items = list.data?.items ?? [];
  const columns = ['file', 'borrower', 'due', 'state'] as const;
  return (
    <div className="flex flex-col gap-2 py-3">
      <label className="touch-target flex items-center gap-2">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} className="size-5" />
        {t('paper.showAll')}
      </label>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && items.length === 0 && <p className="py-4">{t('paper.loans.empty')}</p>}
      {items.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{t('paper.tab.loans')}</caption>
          <thead className="border-b border-solid-gray-536 text-left text-13">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="py-1 font-normal">
                  {t(`paper.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {items.map((loan) => (
              <LoanRow key={loan.id} loan={loan} onRefuse={() => setRefusing(loan)} />
            ))}
          </tbody>
        </table>
      )}
      {refusing && (
        <ReasonDialog
          title={t('paper.refuseTitle')}
          subject={refusing.fileTitle}
          confirm={t('paper.act.refuse')}
          required
          pending={refusal.isPending}
          error={refusal.error}
          onClose={() => setRefusing(null)}
          onConfirm={(reason) =>
            refusal.mutate(
              { step: 'refuse', id: refusing.id, reason },
              {
                onSuccess: () => {
                  announce(t('paper.done'));
                  setRefusing(null);
                },
              },
            )
          }
        />
      )}
    </div>
  );
}
