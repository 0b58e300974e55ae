import { Injectable } from '@nestjs/common';
import { type FieldFault, type StaffNo, type UnitCode, localDateAt } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import type { FormSchema } from '../core/form-schema';
import { type Directory, newlyUnknown, settleReferred } from '../core/referred';

type Fields = Readonly<Record<string, unknown>>;

/** Person and unit fields beside the organisation of today. Within a unit of work. */
@Injectable()
export class ReferredFields {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
  ) {}

  /** What a draft may keep, by the names of today, and whom of the new ones nobody knows. */
  async settle(schema: FormSchema, { before, after }: { readonly before: Fields; readonly after: Fields }) {
    const { fields, faults } = settleReferred(schema, after, await this.directory());
    return { fields, faults: newlyUnknown(schema, faults, { before, after }) };
  }

  /** Every person and unit that is not there today. */
  async faults(schema: FormSchema, fields: Fields): Promise<readonly FieldFault[]> {
    return settleReferred(schema, fields, await this.directory()).faults;
  }

  private async directory(): Promise<Directory> {
    return directoryOf(await this.charts.on(localDateAt(await this.uow.now())));
  }
}

function directoryOf(chart: OrganisationChart): Directory {
  return {
    person: (staffNo) => {
      const person = chart.person(staffNo as StaffNo);
      const [main] = chart.postsOf(staffNo as StaffNo);
      if (!person || !main) return null;
      const unitName = chart.unit(main.post.unitCode)?.name ?? '';
      return { staffNo, name: person.name, unitName, postTitle: main.post.title };
    },
    unit: (code) => {
      const unit = chart.unit(code as UnitCode);
      return unit && { code, name: unit.name };
    },
  };
}
