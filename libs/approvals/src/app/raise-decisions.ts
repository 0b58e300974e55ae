import { Injectable } from '@nestjs/common';
import { type PostCode, localDateAt } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { CaseWriter, type NewSeatRow } from '../data/case-writer';
import type { AcceptedAct } from './accepted-act';

/** 不同意: gives the decision to the last instance (RULE-34). Rare, so case by case. */
@Injectable()
export class RaiseDecisions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly writer: CaseWriter,
  ) {}

  async run(accepted: readonly AcceptedAct[]): Promise<void> {
    for (const one of accepted) {
      for (const event of one.events) if (event.type === 'decision-raised') await this.raise(one, event.seat);
    }
  }

  private async raise({ loaded, wanted }: AcceptedAct, raised: { id: string; postCode: string }): Promise<void> {
    const chart = await this.charts.on(localDateAt(await this.uow.now()));
    const post = chart.post(raised.postCode as PostCode);
    if (!post) throw new Error(`The last instance ${raised.postCode} does not exist today.`);
    const objector = loaded.seats.find(({ id }) => id === wanted.seatId);
    const no = Math.max(...loaded.state.steps.map((step) => step.no)) + 1;
    const place = { document_id: loaded.card.id, round: loaded.row.round };
    const holder = chart.holderOf(post.code);
    const seat: NewSeatRow = {
      ...place,
      id: raised.id,
      step_no: no,
      seat_no: 1,
      post_code: post.code,
      post_title: post.title,
      rank: post.rank,
      unit_code: post.unitCode,
      unit_name: chart.unit(post.unitCode)?.name ?? '',
      planned_holder: holder?.person.staffNo ?? null,
      planned_name: holder?.person.name ?? null,
      planned_kind: holder?.kind ?? null,
      reason: { code: 'decider-disagreement', unitName: objector?.unit_name ?? '' },
      skip: null,
      state: 'waiting',
      principal: null,
      principal_name: null,
      principal_kind: null,
      opened_at: null,
      act_id: null,
      carried: false,
    };
    await this.writer.raiseDecision(place.document_id, place.round, { step: { ...place, no, kind: 'decision' }, seat });
  }
}
