import type { Approval, Document } from '../api/types';
import { useFormOf } from '../api/matter-types';
import { fieldSpecs } from '../form/field-spec';
import { inputClass } from '../form/field-frame';
import { DateInput } from '../form/text-inputs';
import { PersonPicker } from '../form/person-picker';
import { PostPicker } from '../form/post-picker';
import { useLanguage, useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { formatDay } from '../wareki/format';
import { dayAfter, type ActDraft, type DraftFault } from './act-draft';
import type { AdditionKind, SaidOutcome } from './act-request';
import { nameOfSeat, passedOver, returnTargets } from './offered-acts';

export interface ActFieldProps {
  approval: Approval;
  seatId: string | undefined;
  draft: ActDraft;
  faults: readonly DraftFault[];
  onChange: (change: Partial<ActDraft>) => void;
}

interface RadiosProps<V extends string> {
  name: string;
  legend: string;
  value: V;
  options: readonly { readonly value: V; readonly label: string }[];
  onChange: (value: V) => void;
}

function Radios<V extends string>({ name, legend, value, options, onChange }: RadiosProps<V>) {
  return (
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="mb-1 font-bold">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="touch-target flex items-center gap-2">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

/** What is said beyond plain agreement: 条件付同意, 不同意, 無関係; 後閲の了・意見. */
export function OutcomeField({
  outcomes,
  draft,
  onChange,
}: Pick<ActFieldProps, 'draft' | 'onChange'> & { outcomes: readonly SaidOutcome[] }) {
  const t = useT();
  const [plainest] = outcomes;
  if (outcomes.length < 2 || !plainest) return null;
  return (
    <Radios
      name="outcome"
      legend={t(outcomes.includes('opinion') ? 'acts.reviewOutcome' : 'acts.outcome')}
      value={draft.outcome ?? plainest}
      options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      onChange={(outcome) => onChange({ outcome })}
    />
  );
}

/** 差戻し先: the drafter, or somebody who has acted before. */
export function ReturnTargetField({ approval, seatId, draft, onChange }: ActFieldProps) {
  const t = useT();
  const targets = returnTargets(approval, seatId);
  if (targets.length === 0) return null;
  const seats = targets.map((place) => ({
    value: place.seat.id ?? '',
    label: `${nameOfSeat(place)} ${place.seat.act?.actorName ?? ''}`,
  }));
  return (
    <Radios
      name="target"
      legend={t('acts.returnTo')}
      value={draft.targetSeatId ?? 'drafter'}
      options={[{ value: 'drafter', label: t('acts.toDrafter') }, ...seats]}
      onChange={(value) => onChange({ targetSeatId: value === 'drafter' ? null : value })}
    />
  );
}

/** The field of the form, or the page of an attachment, that the return is about. */
export function PointerField({
  document,
  draft,
  onChange,
}: Pick<ActFieldProps, 'draft' | 'onChange'> & { document: Document }) {
  const t = useT();
  const form = useFormOf(document.form);
  const specs = fieldSpecs(form.data?.schema);
  const { about } = draft;
  const chosen = about?.attachmentId ? `a:${about.attachmentId}` : about?.field ? `f:${about.field}` : '';
  const choose = (value: string) => {
    if (value.startsWith('f:')) onChange({ about: { field: value.slice(2) } });
    else onChange({ about: value === '' ? null : { attachmentId: value.slice(2), page: 1 } });
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <label className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="font-bold">{t('acts.about')}</span>
        <select className={inputClass(false)} value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('acts.aboutAll')}</option>
          {specs.map((spec) => (
            <option key={spec.name} value={`f:${spec.name}`}>
              {spec.label}
            </option>
          ))}
          {document.attachments.map((file) => (
            <option key={file.id} value={`a:${file.id}`}>
              {file.fileName}
            </option>
          ))}
        </select>
      </label>
      {about?.attachmentId && (
        <label className="flex w-28 flex-col gap-1">
          <span className="font-bold">{t('acts.page')}</span>
          <input
            type="number"
            min={1}
            max={100_000}
            className={inputClass(false)}
            value={about.page ?? 1}
            onChange={(event) => onChange({ about: { ...about, page: Math.max(1, Number(event.target.value) || 1) } })}
          />
        </label>
      )}
    </div>
  );
}

/** 引上げ: everybody who would be passed over, by name; they read afterwards. */
export function PassedOverNote({ approval, seatId }: Pick<ActFieldProps, 'approval' | 'seatId'>) {
  const t = useT();
  return (
    <section aria-label={t('acts.passedOver')} className="border-l-4 border-orange-900 bg-orange-50 px-3 py-2">
      <p>{t('acts.passedOverText')}</p>
      <ul className="mt-1 list-disc pl-6">
        {passedOver(approval, seatId).map((place) => (
          <li key={place.seat.id}>
            <b>{nameOfSeat(place)}</b> {place.seat.holder?.name ?? t('stamp.vacant')}
          </li>
        ))}
      </ul>
    </section>
  );
}

const holds = [
  { days: 1, label: 'acts.tomorrow' },
  { days: 3, label: 'acts.in3Days' },
  { days: 7, label: 'acts.in1Week' },
] as const;

/** 保留 until a day: three usual ones, or any. */
export function HoldField({
  draft,
  faults,
  today,
  onChange,
}: Pick<ActFieldProps, 'draft' | 'faults' | 'onChange'> & { today: string }) {
  const { t, locale } = useLanguage();
  const presets = holds.map((one) => {
    const day = dayAfter(today, one.days);
    return { ...one, text: formatDay(day, locale), typed: locale === 'ja' ? formatDay(day, 'ja') : day };
  });
  return (
    <div className="flex flex-col gap-2">
      <div role="group" aria-label={t('acts.holdPresets')} className="flex flex-wrap gap-2">
        {presets.map(({ days, label, text, typed }) => (
          <Button
            key={days}
            look="quiet"
            className="aria-pressed:border-key-900 aria-pressed:bg-key-50 aria-pressed:font-bold"
            aria-pressed={draft.until === typed}
            onClick={() => onChange({ until: typed })}
          >
            {t(label)} <span className="text-13 text-quiet">{text}</span>
          </Button>
        ))}
      </div>
      <DateInput
        id="act-until"
        label={t('acts.until')}
        required
        today={today}
        value={draft.until}
        error={faults.includes('until') ? t('acts.untilMissing') : undefined}
        onChange={(until) => onChange({ until })}
      />
    </div>
  );
}

/** 引継ぎ: to somebody of the staff, or back to the holder of the post. */
export function HandOverField({
  approval,
  seatId,
  draft,
  faults,
  me,
  onChange,
}: ActFieldProps & { me: { staffNo: string; name: string } }) {
  const t = useT();
  const seat = approval.steps.flatMap((step) => step.seats).find(({ id }) => id === seatId);
  return (
    <div className="flex flex-col gap-2">
      {seat?.handedTo && (
        <label className="touch-target flex items-center gap-2">
          <input
            type="checkbox"
            checked={draft.to === me.staffNo}
            onChange={(event) => onChange({ to: event.target.checked ? me.staffNo : null })}
          />
          {t('acts.takeBack', { name: seat.handedTo })}
        </label>
      )}
      {draft.to !== me.staffNo && (
        <PersonPicker
          label={t('acts.handTo')}
          required
          error={faults.includes('to') ? t('acts.personMissing') : undefined}
          onChange={(to) => onChange({ to })}
        />
      )}
    </div>
  );
}

const additions: readonly AdditionKind[] = ['concurrence', 'confirmation', 'circulation'];

/** 合議・確認・供覧 in addition: which, and whose post. */
export function AdditionField({ draft, faults, onChange }: Pick<ActFieldProps, 'draft' | 'faults' | 'onChange'>) {
  const t = useT();
  return (
    <div className="flex flex-col gap-3">
      <Radios
        name="addition"
        legend={t('acts.additionKind')}
        value={draft.additionKind}
        options={additions.map((value) => ({ value, label: t(`addition.${value}`) }))}
        onChange={(additionKind) => onChange({ additionKind })}
      />
      <PostPicker
        label={t('acts.additionPost')}
        required
        error={faults.includes('postCode') ? t('acts.postMissing') : undefined}
        onChange={(post) => onChange({ postCode: post?.postCode ?? null })}
      />
    </div>
  );
}
