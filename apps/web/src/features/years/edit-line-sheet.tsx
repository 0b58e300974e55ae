import { useState, type FormEvent } from 'react';
import { type YearLine, useChooseYearFile } from '../../shared/api/years';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

interface EditLineSheetProps {
  year: number;
  section: string;
  line: YearLine;
  onClose: () => void;
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="touch-target flex items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5"
      />
      {label}
    </label>
  );
}

/** Name and marks of one file of next year, or that there is none. */
export default function EditLineSheet({ year, section, line, onClose }: EditLineSheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const choose = useChooseYearFile(year);
  const [title, setTitle] = useState(line.title);
  const [personalData, setPersonal] = useState(line.personalData);
  const [secret, setSecret] = useState(line.secret);
  const [skipped, setSkipped] = useState(line.action === 'skip');

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    choose.mutate(
      { classCode: line.classCode, sectionCode: section, title: title.trim(), personalData, secret, skipped },
      {
        onSuccess: () => {
          announce(t('years.chosen'));
          onClose();
        },
      },
    );
  };

  return (
    <SheetDialog title={t('years.editOf', { title: line.title })} onClose={onClose} dismissable={!choose.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <TextInput
          id="title"
          label={t('years.title')}
          value={title}
          required
          error={title.trim() === '' ? t('paper.required') : undefined}
          onChange={setTitle}
        />
        <div className="flex flex-col gap-1">
          <Tick label={t('years.personal')} checked={personalData} onChange={setPersonal} />
          <Tick label={t('years.secret')} checked={secret} onChange={setSecret} />
          <Tick label={t('years.skip')} checked={skipped} onChange={setSkipped} />
        </div>
        {choose.error && <ProblemNote error={choose.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={choose.isPending}>
            {t('common.back')}
          </Button>
          <Button look="primary" type="submit" disabled={choose.isPending}>
            {t('years.save')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
