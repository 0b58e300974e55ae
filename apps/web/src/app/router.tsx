import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { absencesSearch } from '../features/absences/absences-search';
import { archiveSearch } from '../features/archive/archive-search';
import { delegationSearch } from '../features/delegation/delegation-search';
import { documentSearch } from '../features/document/document-search';
import { documentsSearch } from '../features/documents/documents-search';
import { reportsSearch } from '../features/reports/reports-search';
import { registersSearch } from '../features/registers/registers-search';
import { receiptsSearch } from '../features/receipts/receipts-search';
import { pendingSearch } from '../features/executions/pending-search';
import { numbersSearch } from '../features/numbers/numbers-search';
import { paperSearch } from '../features/paper-records/paper-search';
import { fileRegisterSearch } from '../features/file-register/file-register-search';
import { yearsSearch } from '../features/years/years-search';
import { InboxPage } from '../features/inbox/inbox-page';
import { inboxSearch } from '../features/inbox/inbox-search';
import { circulationViews } from '../shared/api/circulation-counts';
import { currentLocale } from '../shared/i18n/locale';
import { loadMessages } from '../shared/i18n/translate';
import { sessionQuery } from '../shared/api/session';
import { ErrorScreen, NotFoundScreen } from './error-screen';
import { queryClient } from './query-client';
import { Shell } from './shell';
import { firstScreen } from './screens';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const only = <N extends string>(raw: Record<string, unknown>, ...names: readonly N[]) =>
  Object.fromEntries(names.flatMap((name) => (text(raw[name]) ? [[name, text(raw[name])]] : []))) as {
    [name in N]?: string;
  };

/** A screen with the words it says. */
const later = ((load: () => Promise<Record<string, unknown>>, name: string) =>
  lazyRouteComponent(
    async () => (await Promise.all([load(), loadMessages(currentLocale())]))[0],
    name,
  )) as typeof lazyRouteComponent;

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundScreen });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw) => only(raw, 'to'),
  component: later(() => import('../features/sign-in/sign-in-page'), 'SignInPage'),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(sessionQuery);
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { me };
  },
  component: Shell,
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: firstScreen(context.me.allowed) });
  },
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: InboxPage,
});

const draftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/draft',
  component: later(() => import('../features/drafting/draft-start-page'), 'DraftStartPage'),
});

const draftFormRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/draft/form',
  validateSearch: (raw) => only(raw, 'type', 'doc', 'from'),
  component: later(() => import('../features/drafting/draft-form-page'), 'DraftFormPage'),
});

const revisionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/draft/revision',
  validateSearch: (raw) => only(raw, 'doc', 'seat'),
  component: later(() => import('../features/drafting/revision-page'), 'RevisionPage'),
});

const documentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents',
  validateSearch: documentsSearch,
  component: later(() => import('../features/documents/documents-page'), 'DocumentsPage'),
});

const documentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/$id',
  validateSearch: documentSearch,
  component: later(() => import('../features/document/document-page'), 'DocumentPage'),
});

const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/search',
  validateSearch: archiveSearch,
  component: later(() => import('../features/archive/archive-page'), 'ArchivePage'),
});

const recordFilesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/record-files',
  validateSearch: (raw: Record<string, unknown>): { fiscalYear?: number; unit?: string } => ({
    ...(Number.isInteger(raw.fiscalYear) ? { fiscalYear: Number(raw.fiscalYear) } : {}),
    ...(text(raw.unit) ? { unit: String(raw.unit) } : {}),
  }),
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

const delegationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/delegation',
  validateSearch: delegationSearch,
  component: later(() => import('../features/delegation/delegation-page'), 'DelegationPage'),
});

const receiptsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/receipts',
  validateSearch: receiptsSearch,
  component: later(() => import('../features/receipts/receipts-page'), 'ReceiptsPage'),
});

const registerReceiptRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/receipts/new',
  component: later(() => import('../features/receipts/register-page'), 'RegisterPage'),
});

const receiptRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/receipts/$id',
  component: later(() => import('../features/receipts/receipt-page'), 'ReceiptPage'),
});

const circulationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/circulations',
  validateSearch: (raw) => ({ view: circulationViews.find((view) => view === raw.view) ?? ('to_read' as const) }),
  component: later(() => import('../features/circulations/circulations-page'), 'CirculationsPage'),
});

const absencesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/absences',
  validateSearch: absencesSearch,
  component: later(() => import('../features/absences/absences-page'), 'AbsencesPage'),
});

const executionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/executions',
  validateSearch: pendingSearch,
  component: later(() => import('../features/executions/pending-page'), 'PendingPage'),
});

const numbersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/numbers',
  validateSearch: numbersSearch,
  component: later(() => import('../features/numbers/numbers-page'), 'NumbersPage'),
});

const voidsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/numbers/voids',
  component: later(() => import('../features/numbers/voids-page'), 'VoidsPage'),
});

const registersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/registers',
  validateSearch: registersSearch,
  component: later(() => import('../features/registers/registers-page'), 'RegistersPage'),
});

const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  validateSearch: reportsSearch,
  component: later(() => import('../features/reports/reports-page'), 'ReportsPage'),
});

const yearsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/years',
  validateSearch: yearsSearch,
  component: later(() => import('../features/years/years-page'), 'YearsPage'),
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

const screens = [
  homeRoute,
  inboxRoute,
  draftRoute,
  draftFormRoute,
  revisionRoute,
  documentsRoute,
  documentRoute,
  searchRoute,
  executionsRoute,
  numbersRoute,
  recordFilesRoute,
  disposalsRoute,
  disposalRoute,
  yearsRoute,
  paperRoute,
  fileRegisterRoute,
  delegationRoute,
  receiptsRoute,
  registerReceiptRoute,
  receiptRoute,
  circulationsRoute,
  absencesRoute,
  voidsRoute,
  registersRoute,
  reportsRoute,
];

export const router = createRouter({
  routeTree: rootRoute.addChildren([signInRoute, shellRoute.addChildren(screens)]),
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
