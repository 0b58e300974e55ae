import { useState, type FormEvent } from 'react';
import { useHandoverCandidates, useProposeHandover } from '../../shared/api/paper';
import { LabelledTick, SelectInput, useTicks } from '../../shared/form/picked';
import { UnitPicker } from '../../shared/form/unit-picker';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { formatFiscalYear } from '../../shared/wareki/format';

/** 引継ぎ: the section lists closed files of paper of one fiscal year for the stacks (HAND-1, HAND-2). */
export default function ProposeSheet({ onClose }: { onClose: () => void }) {
  const { t, locale } = useLanguage();
  const announce = useAnnounce();
  const [unit, setUnit] = useState('');
  const [year, setYear] = useState<number | null>(null);
  const candidates = useHandoverCandidates(unit);
  const propose = useProposeHandover();
  const ticks = useTicks();
  const items = candidates.data?.items ?? [];
  const years = [...new Set(items.map(({ fiscalYear }) => fiscalYear))];
  const shownYear = year ?? years[0];
  const shown = items.filter(({ fiscalYear }) => fiscalYear === shownYear);
  const chosen = shown.filter(({ fileId }) => ticks.has(fileId)).map(({ fileId }) => fileId);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0 || shownYear === undefined) return;
    propose.mutate(
      { section: unit, fiscalYear: shownYear, fileIds: chosen },
      {
        onSuccess: () => {
          announce(t('paper.done'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('paper.handover.propose')} onClose={onClose} wide dismissable={!propose.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <UnitPicker label={t('paper.handover.unit')} required onChange={(section) => setUnit(section?.code ?? '')} />
        {candidates.error && <ProblemNote error={candidates.error} />}
        {candidates.data && items.length === 0 && <p>{t('paper.handover.none')}</p>}
        {shownYear !== undefined && (
          <SelectInput
            label={t('paper.handover.year')}
            value={String(shownYear)}
            options={years.map((one) => [String(one), formatFiscalYear(one, locale)] as const)}
            onChange={(one) => setYear(Number(one))}
          />
        )}
        {shown.map((file) => (
          <LabelledTick
            key={file.fileId}
            label={t('paper.handover.tick', { title: file.title })}
            checked={ticks.has(file.fileId)}
            onChange={() => ticks.toggle(file.fileId)}
          />
        ))}
        {propose.error && <ProblemNote error={propose.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={propose.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={propose.isPending || chosen.length === 0}>
            {t('paper.handover.do', { n: chosen.length })}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
