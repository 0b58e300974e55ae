import type { PlainKey } from '../shared/i18n/translate';

export interface Screen {
  readonly to:
    | '/inbox'
    | '/draft'
    | '/documents'
    | '/receipts'
    | '/circulations'
    | '/search'
    | '/executions'
    | '/records'
    | '/record-files'
    | '/due-files'
    | '/holds'
    | '/disposal'
    | '/reports'
    | '/years'
    | '/paper'
    | '/file-register'
    | '/delegation'
    | '/definitions'
    | '/absences'
    | '/object-store';
  readonly label: PlainKey;
  /** Any of these permissions of Me.allowed shows it. */
  readonly needs: readonly string[];
  readonly keys: string;
  /** Screens of a group stand behind one menu of the top bar; the others stand in it. */
  readonly group?: ScreenGroup;
}

/** 保存: the archive and its registers. 事務: what is looked after now and then. */
export const SCREEN_GROUPS = ['records', 'office'] as const;
export type ScreenGroup = (typeof SCREEN_GROUPS)[number];

/** The screens in the order of the top bar. */
export const screens: readonly Screen[] = [
  { to: '/inbox', label: 'nav.inbox', needs: ['approve'], keys: 'g i' },
  { to: '/draft', label: 'nav.draft', needs: ['draft'], keys: 'g d' },
  { to: '/documents', label: 'nav.documents', needs: ['draft'], keys: 'g m' },
  { to: '/receipts', label: 'nav.receipts', needs: ['draft'], keys: 'g e' },
  { to: '/circulations', label: 'nav.circulations', needs: ['draft'], keys: 'g c' },
  { to: '/executions', label: 'nav.pending', needs: ['draft'], keys: 'g x' },
  { to: '/search', label: 'nav.search', needs: ['search'], keys: 'g s' },
  { to: '/records', label: 'nav.desk', needs: ['records', 'draft'], keys: 'g b', group: 'records' },
  { to: '/record-files', label: 'nav.records', needs: ['records', 'draft'], keys: 'g r', group: 'records' },
  { to: '/due-files', label: 'nav.due', needs: ['records', 'draft'], keys: 'g f', group: 'records' },
  { to: '/holds', label: 'nav.holds', needs: ['records', 'draft'], keys: 'g o', group: 'records' },
  { to: '/disposal', label: 'nav.disposal', needs: ['records', 'draft'], keys: 'g h', group: 'records' },
  { to: '/file-register', label: 'nav.registers', needs: ['records', 'draft'], keys: 'g l', group: 'records' },
  { to: '/paper', label: 'nav.paper', needs: ['records', 'draft'], keys: 'g k', group: 'records' },
  { to: '/years', label: 'nav.years', needs: ['records', 'draft'], keys: 'g y', group: 'records' },
  { to: '/absences', label: 'nav.absences', needs: ['draft'], keys: 'g a', group: 'office' },
  { to: '/reports', label: 'nav.reports', needs: ['reports'], keys: 'g p', group: 'office' },
  { to: '/delegation', label: 'nav.delegation', needs: ['definitions'], keys: 'g t', group: 'office' },
  { to: '/definitions', label: 'nav.definitions', needs: ['definitions'], keys: 'g w', group: 'office' },
  { to: '/object-store', label: 'nav.store', needs: ['store'], keys: 'g v', group: 'office' },
];

export const openScreens = (allowed: readonly string[]): readonly Screen[] =>
  screens.filter((screen) => screen.needs.some((need) => allowed.includes(need)));

/** Where a person starts: the first screen they may open. */
export const firstScreen = (allowed: readonly string[]): Screen['to'] => openScreens(allowed)[0]?.to ?? '/documents';
