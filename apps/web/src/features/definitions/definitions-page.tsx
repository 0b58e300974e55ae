import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import {
  type DefinitionDraft,
  type DefinitionSummary,
  useBeginDraft,
  useDefinitions,
} from '../../shared/api/definitions';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Tabs } from '../../shared/ui/tabs';
import { type DefinitionsSearch, definitionsSearch, kinds } from './definitions-search';
import { DefinitionTable } from './definition-table';
import { DraftPanel } from './draft-panel';
import { NewDefinition } from './new-definition';
import { VersionPanel } from './version-panel';
import { VersionsBar } from './versions-bar';

interface ShownProps {
  search: DefinitionsSearch;
  show: (search: DefinitionsSearch) => void;
}

function One({ item, search, show, mayDraft }: ShownProps & { item: DefinitionSummary; mayDraft: boolean }) {
  const t = useT();
  const announce = useAnnounce();
  const begin = useBeginDraft();
  const { kind, code } = item;
  const inForce = item.versions.find(({ state }) => state === 'in_force')?.version ?? null;
  const version = search.draft === undefined ? (search.version ?? inForce) : null;
  const start = () => {
    const onSuccess = ({ id }: DefinitionDraft) => {
      announce(t('definitions.drafted'));
      show({ kind, code, draft: id });
    };
    begin.mutate({ kind, code, name: null }, { onSuccess });
  };
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <VersionsBar item={item} search={search} version={version} />
        {mayDraft && item.draft === null && (
          <Button look="primary" disabled={begin.isPending} onClick={start}>
            {t('definitions.draft')}
          </Button>
        )}
      </div>
      {begin.error && <ProblemNote error={begin.error} />}
      <div className="border border-line bg-white p-4">
        {search.draft !== undefined && <DraftPanel id={search.draft} onGone={() => show({ kind, code })} />}
        {version !== null && <VersionPanel item={item} version={version} />}
      </div>
    </>
  );
}

function List({
  items,
  search,
  show,
  mayDraft,
}: ShownProps & { items: readonly DefinitionSummary[]; mayDraft: boolean }) {
  const t = useT();
  const kind = search.kind ?? 'form';
  const panel = () => (
    <div className="flex flex-col gap-4">
      <DefinitionTable items={items.filter((one) => one.kind === kind)} caption={t(`definitions.tab.${kind}`)} />
      {mayDraft && <NewDefinition key={kind} kind={kind} onBegun={show} />}
    </div>
  );
  return (
    <div className="flex flex-col border border-line bg-white">
      <Tabs
        label={t('definitions.tabs')}
        items={kinds.map((key) => ({ key, label: t(`definitions.tab.${key}`), panel }))}
        current={kind}
        onChange={(next) => show({ kind: next })}
        panelClass="p-4"
      />
    </div>
  );
}

/** 様式・事案の種類 for those who keep them: versions, drafts, and what each change does. */
export function DefinitionsPage() {
  const t = useT();
  const navigate = useNavigate();
  const search = definitionsSearch(useSearch({ from: '/shell/definitions' }));
  // A draft alone is also for readers of the decision on it, who may not see the list.
  const alone = search.code === undefined ? search.draft : undefined;
  const list = useDefinitions(alone === undefined);
  const show = (next: DefinitionsSearch) => void navigate({ to: '/definitions', search: next });
  const mayDraft = list.data?.allowed.includes('draft') ?? false;
  const item = list.data?.items.find(({ kind, code }) => kind === (search.kind ?? 'form') && code === search.code);
  return (
    <Page title={t('definitions.title')}>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <Loading lines={8} />}
      {(search.code ?? alone) !== undefined && (
        <p>
          <Link to="/definitions" search={{ kind: search.kind ?? 'form' }} className="text-key-900 underline">
            {t('definitions.back')}
          </Link>
        </p>
      )}
      {alone !== undefined && (
        <div className="border border-line bg-white p-4">
          <DraftPanel id={alone} onGone={() => show({ kind: search.kind ?? 'form' })} />
        </div>
      )}
      {list.data && search.code === undefined && alone === undefined && (
        <List items={list.data.items} search={search} show={show} mayDraft={mayDraft} />
      )}
      {item && <One item={item} search={search} show={show} mayDraft={mayDraft} />}
      {list.data && search.code !== undefined && !item && <p>{t('definitions.notFound')}</p>}
    </Page>
  );
}
