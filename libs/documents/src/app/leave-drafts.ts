import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { type Desk, TakeoverRows } from '../data/takeover-rows';
import { DocumentNews } from './document-news';

/** RULE-102 Drafts stay with the section: those whose drafters have left it wait there for somebody to take them over. */
@Injectable()
export class LeaveDrafts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly rows: TakeoverRows,
    private readonly news: DocumentNews,
  ) {}

  /** @returns how many drafts stand otherwise now */
  run(): Promise<number> {
    return this.uow.run(async () => {
      const chart = await this.charts.today();
      const left = (await this.rows.desks()).filter((desk) => !isThere(chart, desk));
      const changed = await this.rows.mark(left, await this.uow.now());
      await this.news.changed(changed);
      return changed.length;
    });
  }
}

function isThere(chart: OrganisationChart, { drafter, section }: Desk): boolean {
  return chart.postsOf(drafter as StaffNo).some(({ post }) => chart.sectionOf(post.unitCode)?.code === section);
}
