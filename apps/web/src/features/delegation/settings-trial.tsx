import { useState } from 'react';
import { escalationNames } from '../../shared/acts/escalations';
import { useRouteSettings, useSettingsTrial } from '../../shared/api/delegation';
import type { RouteSettings, SettingsTrial } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DecidedCount, usualCount } from './decided-count';
import { TrialOutcome } from '../../shared/trial/trial-outcome';

const orders = ['parallel', 'function_order', 'most_related_first'] as const;
const timings = ['none', 'before', 'after'] as const;

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; name: string }[];
  onChange: (value: V) => void;
}

function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  return (
    <label className="flex items-center justify-between gap-3 text-14">
      {label}
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PartProps {
  settings: RouteSettings;
  onChange: (settings: RouteSettings) => void;
}

function General({ settings, onChange }: PartProps) {
  const t = useT();
  const change = (part: Partial<RouteSettings>) => onChange({ ...settings, ...part });
  return (
    <fieldset className="flex min-w-72 flex-1 flex-col gap-2">
      <legend className="mb-1 font-bold">{t('delegation.settings.general')}</legend>
      <Choice
        label={t('delegation.settings.order')}
        value={settings.concurrenceOrder}
        options={orders.map((value) => ({ value, name: t(`delegation.settings.order.${value}`) }))}
        onChange={(concurrenceOrder) => change({ concurrenceOrder })}
      />
      <Choice
        label={t('delegation.settings.reviewTiming')}
        value={settings.reviewTiming}
        options={timings.map((value) => ({ value, name: t(`delegation.settings.timing.${value}`) }))}
        onChange={(reviewTiming) => change({ reviewTiming })}
      />
      <label className="flex items-center gap-2 text-14">
        <input
          type="checkbox"
          checked={settings.absenceIncludesVacancy}
          onChange={(event) => change({ absenceIncludesVacancy: event.target.checked })}
        />
        {t('delegation.settings.vacancy')}
      </label>
    </fieldset>
  );
}

function Grounds({ settings, onChange }: PartProps) {
  const t = useT();
  const { escalationGrounds } = settings;
  return (
    <fieldset className="flex min-w-60 flex-1 flex-col gap-2">
      <legend className="mb-1 font-bold">{t('delegation.settings.grounds')}</legend>
      {escalationNames.map((ground) => (
        <label key={ground} className="flex items-center gap-2 text-14">
          <input
            type="checkbox"
            checked={escalationGrounds.includes(ground)}
            onChange={(event) => {
              const others = escalationGrounds.filter((one) => one !== ground);
              onChange({ ...settings, escalationGrounds: event.target.checked ? [...others, ground] : others });
            }}
          />
          {t(`escalation.${ground}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Reviews({ settings, onChange }: PartProps) {
  const t = useT();
  const { reviews } = settings;
  return (
    <fieldset className="flex min-w-72 flex-1 flex-col gap-2">
      <legend className="mb-1 font-bold">{t('delegation.settings.reviews')}</legend>
      {reviews.map((one) => (
        <Choice
          key={one.matterType}
          label={one.name}
          value={one.review}
          options={timings.map((value) => ({ value, name: t(`delegation.settings.review.${value}`) }))}
          onChange={(review) =>
            onChange({
              ...settings,
              reviews: reviews.map((other) => (other.matterType === one.matterType ? { ...other, review } : other)),
            })
          }
        />
      ))}
    </fieldset>
  );
}

type Changes = Omit<SettingsTrial, 'decided' | 'decidedDays'>;

/** Only what differs from today is tried: the rest stays as each matter keeps it. */
function changesOf(now: RouteSettings, wanted: RouteSettings): Changes {
  const { reviews, ...general } = wanted;
  const entries = Object.entries(general).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(now[key as keyof RouteSettings]),
  );
  const differs = (review: RouteSettings['reviews'][number]) =>
    now.reviews.find(({ matterType }) => matterType === review.matterType)?.review !== review.review;
  const changed = reviews.filter(differs).map(({ matterType, review }) => ({ matterType, review }));
  return { ...(Object.fromEntries(entries) as Omit<Changes, 'reviews'>), reviews: changed };
}

function TrialOf({ now }: { now: RouteSettings }) {
  const t = useT();
  const [settings, setSettings] = useState(now);
  const [decided, setDecided] = useState(usualCount);
  const trial = useSettingsTrial();
  const changes = changesOf(now, settings);
  const same = Object.keys(changes).length === 1 && changes.reviews?.length === 0;
  const run = () => trial.mutate({ ...changes, ...decided });
  return (
    <>
      <div className="flex flex-wrap gap-8">
        <General settings={settings} onChange={setSettings} />
        <Grounds settings={settings} onChange={setSettings} />
        <Reviews settings={settings} onChange={setSettings} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <DecidedCount value={decided} onChange={setDecided} />
        <Button look="primary" disabled={trial.isPending || same} onClick={run}>
          {t(trial.isPending ? 'delegation.tryRunning' : 'delegation.tryRun')}
        </Button>
        <Button disabled={same} onClick={() => setSettings(now)}>
          {t('delegation.settings.reset')}
        </Button>
        {same && <span className="text-14 text-quiet">{t('delegation.settings.same')}</span>}
      </div>
      {trial.error && <ProblemNote error={trial.error} onRetry={run} />}
      {trial.data && <TrialOutcome trial={trial.data} />}
    </>
  );
}

/** 経路の設定 on trial: what other settings than today's would do to matters. The system administrator changes them under /settings. */
export function SettingsTrialPanel() {
  const t = useT();
  const settings = useRouteSettings();
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14">{t('delegation.settings.help')}</p>
      {settings.isPending && <Loading lines={4} />}
      {settings.error && <ProblemNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <TrialOf now={settings.data} />}
    </div>
  );
}
