import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMe } from '../../shared/api/session';
import { useT } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Page } from '../../shared/ui/page';
import { Tabs } from '../../shared/ui/tabs';
import { HandoversTab } from './handovers-tab';
import { LoansTab } from './loans-tab';
import { type PaperTab, paperTabs } from './paper-search';
import { PlacesTab } from './places-tab';
import { SubstitutesTab } from './substitutes-tab';

const RegisterFileSheet = later(() => import('./register-file-sheet'));
const panels: Readonly<Record<PaperTab, () => ReactNode>> = {
  loans: () => <LoansTab />,
  handovers: () => <HandoversTab />,
  substitutes: () => <SubstitutesTab />,
  places: () => <PlacesTab />,
};

/** 紙の簿冊: loans, hand-overs to the stacks, scans in place of paper, places. */
export function PaperPage() {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const { tab = 'loans' } = useSearch({ from: '/shell/paper' });
  const [registering, setRegistering] = useState(false);
  useShortcuts([{ keys: ['n'], label: 'paper.register', run: () => setRegistering(true) }]);
  const [year, month] = me.today.split('-').map(Number);
  return (
    <Page
      title={t('nav.paper')}
      aside={
        <Button look="primary" onClick={() => setRegistering(true)}>
          {t('paper.register')}
        </Button>
      }
    >
      <Tabs
        label={t('paper.tabs')}
        current={tab}
        onChange={(key) => void navigate({ to: '/paper', search: key === 'loans' ? {} : { tab: key } })}
        panelClass="flex-none overflow-visible"
        items={paperTabs.map((key) => ({ key, label: t(`paper.tab.${key}`), panel: panels[key] }))}
      />
      {registering && (
        <RegisterFileSheet
          section=""
          fiscalYear={(year ?? 0) - ((month ?? 1) < 4 ? 1 : 0)}
          onClose={() => setRegistering(false)}
        />
      )}
    </Page>
  );
}
