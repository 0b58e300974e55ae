import { type FormEvent, useState } from 'react';
import { ProblemError } from '../../shared/api/problem';
import { useMe } from '../../shared/api/session';
import { type Setting, type SettingChange, useChangeSetting } from '../../shared/api/settings';
import { DateInput, TextAreaInput } from '../../shared/form/text-inputs';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';
import { parseDate } from '../../shared/wareki/parse';
import { canBeTried, typedOf, valueOf } from './setting-draft';
import { SettingHistory } from './setting-history';
import { SettingInput } from './setting-input';
import { SettingTrial } from './setting-trial';
import { helpKey, nameKey, valueWords } from './setting-words';

/** What the API refused of the value, to stand at the field. */
const fieldFault = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.errors?.find(({ pointer }) => pointer === '/value')?.detail : undefined;

function useChange(setting: Setting, onClose: () => void) {
  const { t, locale } = useLanguage();
  const me = useMe();
  const announce = useAnnounce();
  const change = useChangeSetting();
  const [typed, setTyped] = useState(() => typedOf(setting, setting.value));
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reading = valueOf(setting, typed);
  const day = from.trim() === '' ? null : parseDate(from, me.today);
  const name = t(nameKey(setting.key));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reading.ok || day?.ok === false || reason.trim() === '') return;
    const validFrom = day?.iso ?? null;
    const wish = { setting: setting.key, value: reading.value, validFrom, reason: reason.trim() };
    const onSuccess = () => {
      const isPlan = validFrom !== null && validFrom > me.today;
      announce(
        isPlan ? t('settings.planSaved', { name, day: formatDay(validFrom, locale) }) : t('settings.saved', { name }),
      );
      onClose();
    };
    change.mutate({ ...wish, version: setting.version }, { onSuccess });
  };
  const setBack = ({ before, validFrom }: SettingChange) => {
    change.reset();
    setTyped(typedOf(setting, before));
    setFrom(validFrom > me.today ? validFrom : '');
    setReason(t('settings.setBackReason'));
  };
  const fault = fieldFault(change.error);
  const errors = {
    value: asked && !reading.ok ? t('settings.badNumber') : fault,
    from: asked && day?.ok === false ? t('settings.badDay') : undefined,
    reason: asked && reason.trim() === '' ? t('form.missing') : undefined,
  };
  return { typed, setTyped, from, setFrom, reason, setReason, reading, errors, change, fault, onSubmit, setBack, me };
}

type Change = ReturnType<typeof useChange>;

function ChangeForm({ setting, onClose, ...form }: Change & { setting: Setting; onClose: () => void }) {
  const t = useT();
  const { typed, setTyped, from, setFrom, reason, setReason, reading, errors, change, fault } = form;
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <SettingInput setting={setting} typed={typed} error={errors.value} onChange={setTyped} />
      {canBeTried(setting.key) && reading.ok && <SettingTrial setting={setting.key} value={reading.value} />}
      {setting.hasDays && (
        <DateInput
          id="setting-from"
          label={t('settings.from')}
          help={t('settings.fromHelp')}
          today={form.me.today}
          value={from}
          error={errors.from}
          onChange={setFrom}
        />
      )}
      <TextAreaInput
        id="setting-reason"
        rows={2}
        label={t('settings.reason')}
        required
        value={reason}
        error={errors.reason}
        onChange={setReason}
      />
      {change.error && !fault && <ProblemNote error={change.error} />}
      <SheetFoot>
        <Button onClick={onClose} disabled={change.isPending}>
          {t('common.back')}
        </Button>
        <Button type="submit" look="primary" disabled={change.isPending}>
          {t('settings.save')}
        </Button>
      </SheetFoot>
    </form>
  );
}

interface SettingSheetProps {
  readonly setting: Setting;
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

/** One setting: what it does, what it is to be and from when, and what it was. */
export function SettingSheet({ setting, mayChange, onClose }: SettingSheetProps) {
  const t = useT();
  const form = useChange(setting, onClose);
  return (
    <SheetDialog title={t(nameKey(setting.key))} onClose={onClose} wide dismissable={!form.change.isPending}>
      <p>{t(helpKey(setting.key))}</p>
      <p className="text-14">
        {t('settings.now')}: <b>{valueWords(setting, setting.value, t)}</b>
      </p>
      {mayChange && <ChangeForm {...form} setting={setting} onClose={onClose} />}
      <SettingHistory setting={setting} onSetBack={mayChange ? form.setBack : null} />
      {!mayChange && (
        <SheetFoot>
          <Button onClick={onClose}>{t('common.back')}</Button>
        </SheetFoot>
      )}
    </SheetDialog>
  );
}
