import { Link } from '@tanstack/react-router';
import { type RuleProgress, useRuleChangeFiles } from '../../shared/api/retention-rules';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { TableHead } from '../../shared/ui/table-head';
import { formatDay } from '../../shared/wareki/format';

const columns = ['due.file', 'ext.result', 'dates.before', 'dates.after'] as const;
const tones = { followed: 'good', stayed: 'warn', waiting: 'plain' } as const;

/** What became of each file that was there when a rule of keeping changed. */
export default function RuleChangeFiles({ change, onClose }: { change: RuleProgress; onClose: () => void }) {
  const { t, locale } = useLanguage();
  const list = useRuleChangeFiles(change);
  const items = list.data?.items ?? [];
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : t('dates.none'));
  return (
    <SheetDialog title={t('rule.files')} onClose={onClose} wide>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={4} />}
      {list.data && items.length < change.total && (
        <p className="text-13 text-quiet">{t('ext.first', { n: items.length })}</p>
      )}
      {list.data && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{t('rule.files')}</caption>
          <TableHead columns={columns} />
          <tbody>
            {items.map((file) => {
              const outcome = (file.outcome ?? 'waiting') as keyof typeof tones;
              return (
                <tr key={file.fileId} className="border-b border-line align-top">
                  <th scope="row" className="py-2 pr-3 text-left font-normal">
                    <Link
                      to="/record-files/$id"
                      params={{ id: file.fileId }}
                      className="touch-target font-bold text-key-900 underline"
                    >
                      {file.title}
                    </Link>{' '}
                    <span className="text-13 text-quiet">{file.unitName}</span>
                  </th>
                  <td className="py-2 pr-3">
                    <Chip tone={tones[outcome]}>{t(`rule.outcome.${outcome}`)}</Chip>{' '}
                    {file.code && t(`rule.stay.${file.code}` as PlainKey)}
                  </td>
                  <td className="py-2 pr-3 whitespace-nowrap">{day(file.fromOn)}</td>
                  <td className="py-2 font-bold whitespace-nowrap">{file.outcome ? day(file.toOn) : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <SheetFoot>
        <Button onClick={onClose}>{t('common.back')}</Button>
      </SheetFoot>
    </SheetDialog>
  );
}
