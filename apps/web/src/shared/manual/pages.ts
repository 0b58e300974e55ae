/** The pages of the manual (docs/manual), in its order, each with the addresses whose screens it explains. */
export const manualPages = [
  { page: 'start', paths: [] },
  { page: 'inbox', paths: ['/inbox'] },
  { page: 'drafting', paths: ['/draft'] },
  { page: 'routes', paths: [] },
  { page: 'documents', paths: ['/documents'] },
  { page: 'receipts', paths: ['/receipts', '/scan-arrivals'] },
  { page: 'circulations', paths: ['/circulations'] },
  { page: 'executions', paths: ['/executions', '/numbers', '/registers'] },
  { page: 'search', paths: ['/search'] },
  { page: 'records', paths: ['/records'] },
  { page: 'files', paths: ['/record-files', '/due-files', '/extensions', '/file-register'] },
  { page: 'holds', paths: ['/holds'] },
  { page: 'disposal', paths: ['/disposal'] },
  { page: 'paper', paths: ['/paper'] },
  { page: 'years', paths: ['/years', '/filing-plan'] },
  { page: 'absences', paths: ['/absences'] },
  { page: 'reports', paths: ['/reports'] },
  { page: 'delegation', paths: ['/delegation'] },
  { page: 'definitions', paths: ['/definitions'] },
  {
    page: 'administration',
    paths: [
      '/accounts',
      '/object-store',
      '/readings',
      '/emergency-readings',
      '/organisation',
      '/transfers',
      '/reorganisation',
      '/settings',
    ],
  },
  { page: 'my', paths: ['/my', '/manual'] },
] as const;
export type ManualPage = (typeof manualPages)[number]['page'];

const isUnder = (path: string, at: string) => path === at || path.startsWith(`${at}/`);

/** The page that explains the screen at a path. */
export const pageOf = (path: string): ManualPage =>
  manualPages.find(({ paths }) => paths.some((at) => isUnder(path, at)))?.page ?? 'start';

/** A page by its name in an address; the first one when there is none of that name. */
export const pageNamed = (name: string | undefined): ManualPage =>
  manualPages.find(({ page }) => page === name)?.page ?? 'start';
