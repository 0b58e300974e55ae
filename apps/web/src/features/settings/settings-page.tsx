import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type Setting, useSettings } from '../../shared/api/settings';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SettingLine } from './setting-line';
import { SettingSheet } from './setting-sheet';
import { found } from './setting-words';

interface SettingsSearch {
  readonly q?: string;
  readonly setting?: string;
}

/** The settings by group, in the order of the API. */
function groupsOf(settings: readonly Setting[]) {
  const groups = [...new Set(settings.map(({ group }) => group))];
  return groups.map((group) => ({ group, items: settings.filter((setting) => setting.group === group) }));
}

/** 自治体の設定: every point on which municipalities differ. */
export function SettingsPage() {
  const t = useT();
  const navigate = useNavigate();
  const search: SettingsSearch = useSearch({ from: '/shell/settings' });
  const settings = useSettings();
  const show = (next: SettingsSearch, replace = false) => void navigate({ to: '/settings', search: next, replace });
  const mayChange = settings.data?.allowed.includes('change') ?? false;
  const all = settings.data?.items ?? [];
  // The address follows when the field is left: an address that changes with each key breaks conversions.
  const [words, setWords] = useState(search.q ?? '');
  const list: SettingsSearch = words === '' ? {} : { q: words };
  const shown = found(all, words, t);
  const opened = all.find(({ key }) => key === search.setting);
  return (
    <Page title={t('settings.title')}>
      <p>{t('settings.help')}</p>
      {settings.data && !mayChange && <p>{t('settings.readOnly')}</p>}
      <TextInput
        id="settings-words"
        label={t('settings.words')}
        help={t('settings.wordsHelp')}
        value={words}
        onChange={setWords}
        onBlur={() => words !== (search.q ?? '') && show(list, true)}
      />
      {settings.error && <ProblemNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Loading lines={12} />}
      {settings.data && (
        <p role="status" className="text-14">
          {shown.length === 0 ? t('settings.notFound') : t('settings.count', { n: shown.length })}
        </p>
      )}
      {groupsOf(shown).map(({ group, items }) => (
        <section key={group} aria-labelledby={`group-${group}`} className="flex flex-col gap-1">
          <h2 id={`group-${group}`} className="text-18">
            {t(`settings.group.${group}`)}
          </h2>
          <ul className="rounded-8 border border-line bg-white px-4">
            {items.map((setting) => (
              <SettingLine
                key={setting.key}
                setting={setting}
                mayChange={mayChange}
                onOpen={() => show({ ...list, setting: setting.key })}
              />
            ))}
          </ul>
        </section>
      ))}
      {opened && <SettingSheet key={opened.key} setting={opened} mayChange={mayChange} onClose={() => show(list)} />}
    </Page>
  );
}
