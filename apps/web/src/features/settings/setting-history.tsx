import { type Setting, type SettingChange, useSettingChanges } from '../../shared/api/settings';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { TableHead } from '../../shared/ui/table-head';
import { Day, DayOf } from '../../shared/wareki/day';
import { valueWords } from './setting-words';

interface SettingHistoryProps {
  readonly setting: Setting;
  /** Null: for readers. */
  readonly onSetBack: ((change: SettingChange) => void) | null;
}

const cell = 'py-2 pr-3 align-top';

function Line({ setting, change, onSetBack }: SettingHistoryProps & { change: SettingChange }) {
  const t = useT();
  const words = (value: Setting['value']) => valueWords(setting, value, t);
  return (
    <tr className="border-b border-line text-14">
      <th scope="row" className={`${cell} text-left font-normal whitespace-nowrap`}>
        <DayOf at={change.changedAt} />
      </th>
      <td className={cell}>{change.changedByName ?? t('settings.byImport')}</td>
      <td className={`${cell} whitespace-nowrap`}>
        <Day on={change.validFrom} />
      </td>
      <td className={cell}>{words(change.before)}</td>
      <td className={cell}>{words(change.after)}</td>
      <td className={cell}>{change.reason}</td>
      {onSetBack && (
        <td className={cell}>
          <Button
            look="quiet"
            aria-label={t('settings.setBackOf', { value: words(change.before) })}
            onClick={() => onSetBack(change)}
          >
            {t('settings.setBack')}
          </Button>
        </td>
      )}
    </tr>
  );
}

/** Who changed it, when and why; each change can be set back. */
export function SettingHistory({ setting, onSetBack }: SettingHistoryProps) {
  const t = useT();
  const changes = useSettingChanges(setting.key);
  if (changes.error) return <ProblemNote error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data) return <Loading lines={3} />;
  const { items } = changes.data;
  return (
    <section aria-labelledby="setting-history" className="flex flex-col gap-2">
      <h3 id="setting-history" className="text-16">
        {t('settings.history')}
      </h3>
      {items.length === 0 && <p className="text-14">{t('settings.noHistory')}</p>}
      {items.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-labelledby="setting-history">
          <table className="w-full min-w-160 border-collapse">
            <TableHead
              columns={[
                'settings.historyAt',
                'settings.historyWho',
                'settings.historyFrom',
                'settings.historyBefore',
                'settings.historyAfter',
                'settings.historyWhy',
              ]}
              tools={onSetBack !== null}
            />
            <tbody>
              {items.map((change) => (
                <Line key={change.id} {...{ setting, change, onSetBack }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
