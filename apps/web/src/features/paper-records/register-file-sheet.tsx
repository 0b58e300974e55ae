import { useState, type FormEvent } from 'react';
import { useRegisterPaperFile } from '../../shared/api/paper';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

const ticks = ['personalData', 'secret', 'continuing'] as const;
const tickLabels = { personalData: 'years.personal', secret: 'years.secret', continuing: 'paper.continuing' } as const;
const texts = ['class', 'sectionCode', 'fiscalYear', 'fileTitle', 'place'] as const;

interface RegisterFileSheetProps {
  section: string;
  fiscalYear: number;
  onClose: () => void;
}

/** 簿冊の登録: the next volume of a class, section and year. */
export default function RegisterFileSheet({ section, fiscalYear, onClose }: RegisterFileSheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const register = useRegisterPaperFile();
  const [values, setValues] = useState({
    class: '',
    sectionCode: section,
    fiscalYear: String(fiscalYear),
    fileTitle: '',
    place: '',
  });
  const [medium, setMedium] = useState<'paper' | 'hybrid'>('paper');
  const [ticked, setTicked] = useState({ personalData: false, secret: false, continuing: false });
  const [asked, setAsked] = useState(false);
  const missing = (field: (typeof texts)[number]) => field !== 'place' && values[field].trim() === '';

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (texts.some(missing)) return;
    const { class: classCode, sectionCode, fileTitle: title, place } = values;
    const given = {
      classCode: classCode.trim(),
      sectionCode: sectionCode.trim(),
      fiscalYear: Number(values.fiscalYear),
      title,
      medium,
      ...ticked,
    };
    register.mutate(
      { ...given, ...(place.trim() ? { place: place.trim() } : {}) },
      {
        onSuccess: () => {
          announce(t('paper.registered'));
          onClose();
        },
      },
    );
  };

  return (
    <SheetDialog title={t('paper.register')} onClose={onClose} dismissable={!register.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        {texts.map((field) => (
          <TextInput
            key={field}
            id={`file-${field}`}
            label={t(`paper.${field}`)}
            value={values[field]}
            required={field !== 'place'}
            error={asked && missing(field) ? t('paper.required') : undefined}
            onChange={(value) => setValues({ ...values, [field]: value })}
          />
        ))}
        <FieldFrame id="medium" label={t('paper.medium')}>
          <select
            id="medium"
            value={medium}
            onChange={(event) => setMedium(event.target.value === 'hybrid' ? 'hybrid' : 'paper')}
            className={inputClass(false)}
          >
            <option value="paper">{t('paper.medium.paper')}</option>
            <option value="hybrid">{t('paper.medium.hybrid')}</option>
          </select>
        </FieldFrame>
        {ticks.map((tick) => (
          <label key={tick} className="touch-target flex items-center gap-2">
            <input
              type="checkbox"
              checked={ticked[tick]}
              onChange={(event) => setTicked({ ...ticked, [tick]: event.target.checked })}
              className="size-5"
            />
            {t(tickLabels[tick])}
          </label>
        ))}
        {register.error && <ProblemNote error={register.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={register.isPending}>
            {t('common.back')}
          </Button>
          <Button look="primary" type="submit" disabled={register.isPending}>
            {t('paper.register')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
