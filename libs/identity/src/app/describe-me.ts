import { Injectable } from '@nestjs/common';
import { type Actor, type Role } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Municipality, MunicipalitySettings, OrganisationCharts, type Person } from '@fubako/organisation';
import type { Session } from '../data/session-rows';
import type { OpenedSession } from './sessions';

/** Screens that a person may open. */
export const SCREENS = [
  'draft',
  'approve',
  'search',
  'records',
  'reports',
  'definitions',
  'store',
  'accounts',
  'readings',
  'emergency',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];

export interface MeFacts {
  readonly actor: Actor;
  readonly session: Session;
  readonly person: Person;
  readonly municipality: Municipality;
  readonly allowed: readonly Screen[];
}

const RECORDS_ROLES: ReadonlySet<Role> = new Set(['records_officer', 'records_clerk', 'archivist', 'auditor']);

/** Those who see to it that matters move on. */
const REPORT_ROLES: ReadonlySet<Role> = new Set([
  'records_officer',
  'records_clerk',
  'deputy_records_clerk',
  'auditor',
]);

/** Those who keep the rules of the house, and auditors, who look at them. */
const DEFINITION_ROLES: ReadonlySet<Role> = new Set(['records_officer', 'org_admin', 'auditor']);

/** Those who look after the object store, and auditors, who look at it (SCN-18). */
const STORE_ROLES: ReadonlySet<Role> = new Set(['system_admin', 'auditor']);

/** Those who ask who read what (REA-1); the post that looks at the weekly digest sees it too. */
const READING_ROLES: ReadonlySet<Role> = new Set(['auditor']);

/** Those who look after accounts (ID-19). */
const ACCOUNT_ROLES: ReadonlySet<Role> = new Set(['system_admin', 'org_admin']);

/** Those who look at the settings of the municipality (SET-6). */
const SETTINGS_ROLES: ReadonlySet<Role> = new Set(['system_admin', 'org_admin', 'records_officer', 'auditor']);

/** Those who ask for 緊急閲覧, confirm and audit it (ID-23); the post that reviews readings sees it too. */
const EMERGENCY_ROLES: ReadonlySet<Role> = new Set(['system_admin', 'org_admin', 'emergency_confirmer', 'auditor']);

/** Who is signed in, and what to show them. */
@Injectable()
export class DescribeMe {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly settings: MunicipalitySettings,
  ) {}

  async run({ actor, session }: Pick<OpenedSession, 'actor' | 'session'>): Promise<MeFacts> {
    return this.uow.read(async () => {
      const person = (await this.charts.on(actor.on)).person(actor.staffNo);
      if (!person) throw new Error(`${actor.staffNo} acts but stands in no chart.`);
      const municipality = await this.settings.municipality();
      // While a duty is open, nothing else is.
      return {
        actor,
        session,
        person,
        municipality,
        allowed: session.duty ? [] : screensOf(actor, municipality.settings.access.readingReviewPost),
      };
    });
  }
}

/** ID-9 Whoever sits in a post drafts; the archive and the definitions are opened by a role. */
export function screensOf(
  { posts, roles }: Pick<Actor, 'posts' | 'roles'>,
  readingReviewPost: string | null = null,
): Screen[] {
  const draft = posts.length > 0;
  const townWide = (wanted: ReadonlySet<Role>) =>
    roles.some(({ role, unitCode }) => unitCode === null && wanted.has(role));
  const open: Readonly<Record<Screen, boolean>> = {
    draft,
    approve: true,
    search: true,
    records: roles.some(({ role }) => RECORDS_ROLES.has(role)),
    reports: roles.some(({ role }) => REPORT_ROLES.has(role)),
    definitions: townWide(DEFINITION_ROLES),
    store: townWide(STORE_ROLES),
    readings: townWide(READING_ROLES) || posts.some(({ code }) => code === readingReviewPost),
    accounts: townWide(ACCOUNT_ROLES),
    settings: townWide(SETTINGS_ROLES),
    emergency: townWide(EMERGENCY_ROLES) || posts.some(({ code }) => code === readingReviewPost),
  };
  return SCREENS.filter((screen) => open[screen]);
}
