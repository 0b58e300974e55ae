import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMyAbsences } from '../../shared/api/absences';
import { useMe } from '../../shared/api/session';
import { useT } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Page } from '../../shared/ui/page';
import { Tabs } from '../../shared/ui/tabs';
import { CalendarTab } from './calendar-tab';
import { ProxiesTab } from './proxies-tab';

const RegisterSheet = later(() => import('./register-sheet'));

/** 不在カレンダー and 代理. */
export function AbsencesPage() {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const { tab, ...search } = useSearch({ from: '/shell/absences' });
  const [registering, setRegistering] = useState(false);
  const rights = useMyAbsences(me.today, me.today).data?.allowed ?? ['register' as const];
  useShortcuts([{ keys: ['n'], label: 'absence.register', run: () => setRegistering(true) }]);
  const open = (key: 'calendar' | 'proxies') =>
    void navigate({ to: '/absences', search: key === 'proxies' ? { ...search, tab: key } : search });
  return (
    <Page
      title={t('absence.title')}
      aside={
        <Button look="primary" onClick={() => setRegistering(true)}>
          {t('absence.register')}
        </Button>
      }
    >
      <Tabs
        label={t('absence.tabs')}
        current={tab ?? 'calendar'}
        onChange={open}
        panelClass="flex-none overflow-visible"
        items={[
          { key: 'calendar', label: t('absence.calendar'), panel: () => <CalendarTab /> },
          { key: 'proxies', label: t('absence.proxies'), panel: () => <ProxiesTab today={me.today} /> },
        ]}
      />
      {registering && (
        <RegisterSheet
          day={search.day ?? me.today}
          today={me.today}
          me={me.staffNo}
          allowed={rights}
          onClose={() => setRegistering(false)}
        />
      )}
    </Page>
  );
}
