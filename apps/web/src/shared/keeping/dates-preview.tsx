import { type DatePlan, type DateChange, useDatePreview } from '../api/keeping';
import { useLanguage } from '../i18n/translate';
import { RuleLink } from '../sheet/rule-link';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { formatDay } from '../wareki/format';

function Change({ change }: { change: DateChange }) {
  const { t, locale } = useLanguage();
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : t('dates.none'));
  const rows = [
    ['filing.startsOn', change.startsOnBefore, change.startsOn],
    ['filing.expiresOn', change.expiresOnBefore, change.expiresOn],
  ] as const;
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="text-left text-13 text-quiet">{t('dates.preview')}</caption>
        <thead className="text-left text-13">
          <tr>
            <td />
            <th scope="col" className="font-normal">
              {t('dates.before')}
            </th>
            <th scope="col" className="font-normal">
              {t('dates.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, before, after]) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {t(label)}
              </th>
              <td className="py-1">{day(before)}</td>
              <td className="py-1 font-bold">{day(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-13">{t('dates.documents', { n: change.documents })}</p>
      {change.isShorter && (
        <p role="alert" className="border-l-4 border-vermilion bg-red-50 px-3 py-2">
          {t('dates.shorter')}
        </p>
      )}
      <ol className="list-decimal pl-6 text-13">
        {change.explanation.map((line) => (
          <li key={line.rule + line.text}>
            {line.text} <RuleLink rule={line.rule} chapter="files" />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What a change would do to the dates, before and after, and why; nothing is shown before something is planned. */
export function DatesPreview({ plan }: { plan: DatePlan | null }) {
  const { t } = useLanguage();
  const preview = useDatePreview(plan);
  return (
    <div className="flex flex-col gap-2 rounded-8 border border-line p-3">
      {!plan && <p className="text-13 text-quiet">{t('dates.choose')}</p>}
      {plan && preview.error && <ProblemNote error={preview.error} />}
      {plan && preview.isPending && <Loading lines={3} />}
      {plan && preview.data && <Change change={preview.data} />}
    </div>
  );
}
