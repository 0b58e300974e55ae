import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { absencesSearch } from '../features/absences/absences-search';
import type { ArchiveSearch } from '../features/archive/archive-search';
import type { DefinitionsSearch } from '../features/definitions/definitions-search';
import type { DelegationSearch } from '../features/delegation/delegation-search';
import { documentSearch } from '../features/document/document-search';
import { documentsSearch } from '../features/documents/documents-search';
import type { ReportsSearch } from '../features/reports/reports-search';
import { registersSearch } from '../features/registers/registers-search';
import { receiptsSearch } from '../features/receipts/receipts-search';
import { pendingSearch } from '../features/executions/pending-search';
import { numbersSearch } from '../features/numbers/numbers-search';
import { InboxPage } from '../features/inbox/inbox-page';
import { inboxSearch } from '../features/inbox/inbox-search';
import { circulationViews } from '../shared/api/circulation-counts';
import { ErrorScreen } from './error-screen';
import { recordsRoutes } from './records-routes';
import { later, only, rootRoute, shellRoute } from './shell-route';
import { firstScreen } from './screens';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw) => only(raw, 'to', 'refused'),
  component: later(() => import('../features/sign-in/sign-in-page'), 'SignInPage'),
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

const documentPastRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/$id/as-of',
  validateSearch: (raw) => only(raw, 'day'),
  component: later(() => import('../features/document-past/past-page'), 'PastPage'),
});

const searchPrintRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/search/print',
  validateSearch: (raw: Record<string, unknown>): ArchiveSearch => raw,
  component: later(() => import('../features/archive/print-page'), 'PrintPage'),
});

const searchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/search',
  // The screens read it closely themselves: their words and rules come with them.
  validateSearch: (raw: Record<string, unknown>): ArchiveSearch => raw,
  component: later(() => import('../features/archive/archive-page'), 'ArchivePage'),
});

const delegationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/delegation',
  validateSearch: (raw: Record<string, unknown>): DelegationSearch => raw,
  component: later(() => import('../features/delegation/delegation-page'), 'DelegationPage'),
});

const definitionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/definitions',
  validateSearch: (raw: Record<string, unknown>): DefinitionsSearch => raw,
  component: later(() => import('../features/definitions/definitions-page'), 'DefinitionsPage'),
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
  validateSearch: documentSearch,
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
  validateSearch: (raw: Record<string, unknown>): ReportsSearch => raw,
  component: later(() => import('../features/reports/reports-page'), 'ReportsPage'),
});

const storeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/object-store',
  component: later(() => import('../features/object-store/store-page'), 'StorePage'),
});

const readingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/readings',
  component: later(() => import('../features/readings/readings-page'), 'ReadingsPage'),
});

const scanArrivalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scan-arrivals',
  component: later(() => import('../features/scan-arrivals/scan-arrivals-page'), 'ScanArrivalsPage'),
});

const myRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/my',
  component: later(() => import('../features/my-settings/my-settings-page'), 'MySettingsPage'),
});

const manualRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manual',
  validateSearch: (raw) => only(raw, 'chapter'),
  component: later(() => import('../features/manual/manual-page'), 'ManualPage'),
});

const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  component: later(() => import('../features/accounts/accounts-page'), 'AccountsPage'),
});

const emergenciesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/emergency-readings',
  component: later(() => import('../features/emergencies/emergencies-page'), 'EmergenciesPage'),
});

const organisationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisation',
  validateSearch: (raw) => only(raw, 'unit', 'staff', 'on'),
  component: later(() => import('../features/organisation/organisation-page'), 'OrganisationPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: (raw) => only(raw, 'q', 'setting'),
  component: later(() => import('../features/settings/settings-page'), 'SettingsPage'),
});

const transfersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers',
  component: later(() => import('../features/organisation/transfers-page'), 'TransfersPage'),
});

const reorganisationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reorganisation',
  component: later(() => import('../features/organisation/reorganisation-page'), 'ReorganisationPage'),
});

const screens = [
  homeRoute,
  inboxRoute,
  draftRoute,
  draftFormRoute,
  revisionRoute,
  documentsRoute,
  documentRoute,
  documentPastRoute,
  searchRoute,
  searchPrintRoute,
  executionsRoute,
  numbersRoute,
  ...recordsRoutes,
  delegationRoute,
  definitionsRoute,
  receiptsRoute,
  registerReceiptRoute,
  receiptRoute,
  circulationsRoute,
  absencesRoute,
  voidsRoute,
  registersRoute,
  reportsRoute,
  storeRoute,
  readingsRoute,
  emergenciesRoute,
  scanArrivalsRoute,
  myRoute,
  manualRoute,
  accountsRoute,
  organisationRoute,
  transfersRoute,
  reorganisationRoute,
  settingsRoute,
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
