import { useState, type FormEvent } from 'react';
import { useRetentionClasses } from '../../shared/api/keeping';
import { type RetentionClassBody, useAddRetentionClass } from '../../shared/api/retention-rules';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { KnownRetentionClasses } from './known-retention-classes';
import { RetentionClassFields, type TypedClass, nothingTyped } from './retention-class-fields';
import { type Basis, yearsOf } from './years-typed';

/** Null while something is missing. */
function bodyOf(typed: TypedClass, basis: Basis, validFrom: string | null): RetentionClassBody | null {
  const [years, least, law] = [yearsOf(typed.years), yearsOf(typed.least), typed.law.trim()];
  const [code, label, reason] = [typed.code.normalize('NFKC').trim(), typed.label.trim(), typed.reason.trim()];
  if (!validFrom || years === undefined || least === undefined || code === '' || label === '' || reason === '')
    return null;
  const statute = {
    ...(least === null ? {} : { statutoryYears: least }),
    ...(law === '' ? {} : { statutoryLaw: law }),
  };
  return { code, label, years, basis, disposition: typed.disposition, ...statute, validFrom, reason };
}

/** 保存期間の区分 is added, for a day on (FIL-9); what is there stands below. */
export default function RetentionClassSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { today } = useMe();
  const announce = useAnnounce();
  const add = useAddRetentionClass();
  const usualBasis = useRetentionClasses().data?.usualBasis ?? 'closed';
  const [typed, setTyped] = useState(nothingTyped);
  const [asked, setAsked] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const body = bodyOf(typed, typed.basis ?? usualBasis, readDay(typed.from, today).iso);
    if (!body) return;
    add.mutate(body, {
      onSuccess: () => {
        announce(t('class.added', { code: body.code }));
        onClose();
      },
    });
  };
  return (
    <SheetDialog title={t('class.title')} onClose={onClose} wide dismissable={!add.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <RetentionClassFields
          typed={typed}
          usualBasis={usualBasis}
          asked={asked}
          onChange={(change) => setTyped({ ...typed, ...change })}
        />
        {add.error && <ProblemNote error={add.error} />}
        <KnownRetentionClasses />
        <SheetFoot>
          <Button onClick={onClose} disabled={add.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={add.isPending}>
            {t('class.do')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
