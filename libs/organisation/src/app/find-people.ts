import { Injectable } from '@nestjs/common';
import { foldKey } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { OrganisationChart } from '../core/organisation-chart';
import { fitsWords } from '../core/search-words';
import type { PeopleView, PersonView } from './absences.views.dto';
import { personView } from './chart-words';
import { OrganisationCharts } from './organisation-charts';

/** Members of staff who hold a post today, by name, reading, number, title or unit; 渡辺 finds 渡邉. */
@Injectable()
export class FindPeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
  ) {}

  run(actor: Actor, { search, limit }: { readonly search: string; readonly limit: number }): Promise<PeopleView> {
    return this.uow.read(async () => {
      const chart = await this.charts.on(actor.on);
      const fits = fitsWords(search);
      return {
        items: inOffice(chart)
          .filter((person) => fits(keyOf(person)))
          .slice(0, limit),
      };
    });
  }
}

/** Postholders in the order of their reading. */
function inOffice(chart: OrganisationChart): PersonView[] {
  const people = chart.people().flatMap(({ staffNo }) => {
    const view = personView(chart, staffNo);
    return view && view.postTitle !== '' ? [view] : [];
  });
  return people.sort((a, b) => (a.kana === b.kana ? 0 : a.kana < b.kana ? -1 : 1));
}

function keyOf({ staffNo, name, kana, postTitle, unitName }: PersonView): string {
  return foldKey([staffNo, name, kana, unitName, postTitle].join(' '));
}
