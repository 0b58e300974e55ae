import { createRoute } from '@tanstack/react-router';
import { fileRegisterSearch } from '../features/file-register/file-register-search';
import { paperSearch } from '../features/paper-records/paper-search';
import type { PlanSearch } from '../features/filing-plan/plan-search';
import { yearsSearch } from '../features/years/years-search';
import type { HoldsSearch } from '../shared/api/holds';
import type { DueSearch } from '../shared/api/keeping';
import { later, shellRoute } from './shell-route';

/** Of the address only these, as they stand there; the API refuses what makes no sense. */
const given =
  <S extends object>(...names: readonly (keyof S & string)[]) =>
  (raw: Record<string, unknown>): S =>
    Object.fromEntries(names.filter((name) => name in raw && raw[name] !== '').map((name) => [name, raw[name]])) as S;

const deskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/records',
  component: later(() => import('../features/records-desk/desk-page'), 'DeskPage'),
});

const attentionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/records/attention',
  validateSearch: given<{ kind?: string; unit?: string }>('kind', 'unit'),
  component: later(() => import('../features/records-desk/attention-page'), 'AttentionPage'),
});

const dueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/due-files',
  validateSearch: given<DueSearch>('fiscalYear', 'expired', 'unit', 'classCode', 'held', 'extendYears'),
  component: later(() => import('../features/due-files/due-page'), 'DuePage'),
});

const extensionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/extensions/$id',
  component: later(() => import('../features/due-files/extension-page'), 'ExtensionPage'),
});

const holdsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/holds',
  validateSearch: given<HoldsSearch>('state', 'ground', 'words'),
  component: later(() => import('../features/holds/holds-page'), 'HoldsPage'),
});

const holdRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/holds/$id',
  component: later(() => import('../features/holds/hold-page'), 'HoldPage'),
});

const recordFileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/record-files/$id',
  component: later(() => import('../features/record-file/file-page'), 'FilePage'),
});

const recordFilesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/record-files',
  validateSearch: given<{ fiscalYear?: number; unit?: string; classCode?: string; words?: string }>(
    'fiscalYear',
    'unit',
    'classCode',
    'words',
  ),
  component: later(() => import('../features/record-files/record-files-page'), 'RecordFilesPage'),
});

const disposalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/disposal',
  component: later(() => import('../features/disposal/disposals-page'), 'DisposalsPage'),
});

const disposalRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/disposal/$id',
  component: later(() => import('../features/disposal/batch-page'), 'BatchPage'),
});

const yearsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/years',
  validateSearch: yearsSearch,
  component: later(() => import('../features/years/years-page'), 'YearsPage'),
});

const filingPlanRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/filing-plan',
  validateSearch: (raw: Record<string, unknown>): PlanSearch => raw,
  component: later(() => import('../features/filing-plan/filing-plan-page'), 'FilingPlanPage'),
});

const paperRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/paper',
  validateSearch: paperSearch,
  component: later(() => import('../features/paper-records/paper-page'), 'PaperPage'),
});

const fileRegisterRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/file-register',
  validateSearch: fileRegisterSearch,
  component: later(() => import('../features/file-register/file-register-page'), 'FileRegisterPage'),
});

/** 保存: the archive and its registers. */
export const recordsRoutes = [
  deskRoute,
  attentionRoute,
  dueRoute,
  extensionRoute,
  holdsRoute,
  holdRoute,
  recordFileRoute,
  recordFilesRoute,
  disposalsRoute,
  disposalRoute,
  yearsRoute,
  filingPlanRoute,
  paperRoute,
  fileRegisterRoute,
] as const;
