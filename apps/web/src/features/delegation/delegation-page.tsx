import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDelegationTable, useDelegationTables, useDraftTable } from '../../shared/api/delegation';
import type { DelegationTable } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Tabs } from '../../shared/ui/tabs';
import { CoveragePanel } from './coverage-panel';
import { DecisionNote } from './decision-note';
import { type DelegationTab, delegationSearch, tabs } from './delegation-search';
import { RulesEditor } from './rules-editor';
import { RulesView } from './rules-view';
import { SettingsTrialPanel } from './settings-trial';
import { Simulator } from './simulator';
import { TrialPanel } from './trial-panel';
import { TableActs } from './table-acts';
import { VersionsList } from './versions-list';

function Rules({ table }: { table: DelegationTable }) {
  // A saved draft comes back with another revision and is typed in afresh.
  return table.allowed.includes('edit') ? (
    <RulesEditor key={`${table.id} ${table.revision}`} table={table} />
  ) : (
    <RulesView key={table.id} table={table} />
  );
}

interface VersionProps {
  table: DelegationTable;
  tab: DelegationTab;
  mayDraft: boolean;
}

function Version({ table, tab, mayDraft }: VersionProps) {
  const t = useT();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const draft = useDraftTable();
  const show = (search: { id?: number; tab?: DelegationTab }) => void navigate({ to: '/delegation', search });
  const copy = () =>
    draft.mutate(
      { basedOn: table.id, note: null },
      {
        onSuccess: ({ id }) => {
          announce(t('delegation.drafted'));
          show({ id, tab: 'rules' });
        },
      },
    );
  // What looks beyond this version is for those who keep the table, not for whoever decides on it.
  const shown = tabs.filter((key) => !['settings', 'coverage'].includes(key) || mayDraft || table.documentId === null);
  const panels = {
    rules: () => <Rules table={table} />,
    try: () => <TrialPanel key={`${table.id} ${table.revision}`} table={table} />,
    route: () => <Simulator table={table} />,
    settings: () => <SettingsTrialPanel />,
    coverage: () => <CoveragePanel />,
  };
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-18">{table.words}</h2>
        <div className="flex flex-wrap gap-2">
          <TableActs table={table} onGone={() => show({})} />
          {mayDraft && (
            <Button disabled={draft.isPending} onClick={copy}>
              {t('delegation.copy')}
            </Button>
          )}
        </div>
      </div>
      <DecisionNote table={table} />
      {draft.error && <ProblemNote error={draft.error} />}
      <div className="flex flex-col border border-line bg-white">
        <Tabs
          label={t('delegation.tabs')}
          items={shown.map((key) => ({ key, label: t(`delegation.tab.${key}`), panel: panels[key] }))}
          current={shown.includes(tab) ? tab : 'rules'}
          onChange={(next) => show({ id: table.id, tab: next })}
          panelClass="p-4"
        />
      </div>
    </>
  );
}

/** 専決規程 for those who keep it: versions, rows, trial, routes, coverage. */
export function DelegationPage() {
  const t = useT();
  const { id, tab = 'rules' } = delegationSearch(useSearch({ from: '/shell/delegation' }));
  const list = useDelegationTables();
  const tables = list.data?.items ?? [];
  const current = id ?? tables.find(({ state }) => state === 'in_force')?.id ?? tables[0]?.id ?? null;
  const table = useDelegationTable(current);
  const error = list.error ?? table.error;
  return (
    <Page title={t('nav.delegation')}>
      {error && <ProblemNote error={error} onRetry={() => void (list.error ? list.refetch() : table.refetch())} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && tables.length === 0 && <p className="py-6">{t('delegation.empty')}</p>}
      {tables.length > 0 && <VersionsList tables={tables} current={current} tab={tab} />}
      {table.data && <Version table={table.data} tab={tab} mayDraft={list.data?.allowed.includes('draft') ?? false} />}
    </Page>
  );
}
