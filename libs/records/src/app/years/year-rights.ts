import { Injectable } from '@nestjs/common';
import { subject } from '@casl/ability';
import type { UnitCode } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { recordFileAbility } from '../record-file-policy';

/** Who prepares a year: the records office all of it, a section's clerk and head the part of their section. */
@Injectable()
export class YearRights {
  constructor(private readonly charts: OrganisationCharts) {}

  /** 文書主管課 */
  mayConfirm(actor: Actor): boolean {
    return hasRole(actor, 'records_officer');
  }

  /** Call inside a unit of work. */
  async mayChoose(actor: Actor, section: string): Promise<boolean> {
    const unit = section as UnitCode;
    if (hasRole(actor, 'records_officer', unit) || hasRole(actor, 'records_clerk', unit)) return true;
    const head = (await this.charts.on(actor.on)).headOf(unit);
    return head !== null && actor.posts.some(({ code }) => code === head.code);
  }

  sees(actor: Actor): (section: string) => boolean {
    const ability = recordFileAbility(actor);
    return (section) => ability.can('read', subject('RecordFile', { section }));
  }
}
