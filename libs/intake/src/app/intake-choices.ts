import { Injectable } from '@nestjs/common';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { CHANNELS } from '../core/words';
import { ReceiptKindRows } from '../data/receipt-kind-rows';
import type { CandidateSection, ReadingCandidates } from './circulations.view.dto';
import type { IntakeChoices } from './receipts.view.dto';
import { watchesScans } from './scan-watchers';
import { Sections } from './sections';

/** What a clerk chooses from when registering, routing and circulating. */
@Injectable()
export class DescribeIntake {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kinds: ReceiptKindRows,
    private readonly sections: Sections,
    private readonly charts: OrganisationCharts,
  ) {}

  choices(actor: Actor): Promise<IntakeChoices> {
    return this.uow.read(async () => ({
      kinds: (await this.kinds.all()).map(({ code, name, seriesCode, exactTime }) => ({
        code,
        name,
        exactTime,
        ownSeries: seriesCode !== null,
      })),
      channels: [...CHANNELS],
      registrable: (await this.sections.registrableBy(actor)).map(({ code, name }) => ({ code, name })),
      watchesScans: watchesScans(actor),
      sections: (await this.sections.all()).map(({ code, name }) => ({ code, name })),
    }));
  }

  /** Sections and posts outside of them (部長, 町長), with who sits there today. */
  candidates(): Promise<ReadingCandidates> {
    return this.uow.read(async () => ({ sections: candidatesIn(await this.charts.today()) }));
  }
}

function candidatesIn(chart: OrganisationChart): CandidateSection[] {
  const groups = new Map<string, CandidateSection>();
  for (const unit of chart.units()) {
    const section = chart.sectionOf(unit.code) ?? unit;
    if (!groups.has(section.code)) groups.set(section.code, { code: section.code, name: section.name, people: [] });
  }
  const posts = [...chart.posts()].sort((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1));
  for (const post of posts) {
    const holder = chart.holderOf(post.code);
    const group = groups.get((chart.sectionOf(post.unitCode) ?? chart.unit(post.unitCode))?.code ?? '');
    if (!holder || !group) continue;
    const { staffNo, name, kana } = holder.person;
    group.people.push({ staffNo, name, kana, postCode: post.code, postTitle: post.title });
  }
  return [...groups.values()].filter(({ people }) => people.length > 0);
}
