import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import type { UnitCode } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { recordFileAbility } from './record-file-policy';

/** Who keeps the files of a section: its records clerk (文書主任) and head, and the records office (文書主管課) all. */
@Injectable()
export class SectionKeepers {
  constructor(private readonly charts: OrganisationCharts) {}

  isOffice(actor: Actor): boolean {
    return hasRole(actor, 'records_officer');
  }

  /** Call inside a unit of work. */
  async keeps(actor: Actor, section: string): Promise<boolean> {
    const unit = section as UnitCode;
    const roles = ['records_officer', 'records_clerk', 'deputy_records_clerk'] as const;
    if (roles.some((role) => hasRole(actor, role, unit))) return true;
    const head = (await this.charts.on(actor.on)).headOf(unit);
    return head !== null && actor.posts.some(({ code }) => code === head.code);
  }

  /** Whether the reader sees the files of a section in the list (LIST-2). */
  sees(actor: Actor): (section: string) => boolean {
    const ability = recordFileAbility(actor);
    return (section) => ability.can('read', subject('RecordFile', { section }));
  }
}
