import { Injectable } from '@nestjs/common';
import { CaseRows } from '@fubako/approvals';
import type { StaffNo } from '@fubako/kernel';
import { MunicipalitySettings, WhoStandsIn } from '@fubako/organisation';
import type { Involved, PersonFault } from '../../core/disposal/people';
import type { BatchRow } from '../../data/disposal/batch-rows';
import { ReleaseRows } from '../../data/disposal/release-rows';

/** Who had a hand in a disposal, as far as it matters to who carries it out (DISP-11). Call inside a unit of work. */
@Injectable()
export class InvolvedPeople {
  constructor(
    private readonly cases: CaseRows,
    private readonly standIns: WhoStandsIn,
    private readonly settings: MunicipalitySettings,
    private readonly releases: ReleaseRows,
  ) {}

  /** Why somebody must not act; null: they may, or the municipality does not mind (setting `disposalExecutorDiffers`). */
  async fault(
    batch: BatchRow,
    staffNo: string,
    faultOf: (staffNo: string, involved: Involved) => PersonFault | null,
  ): Promise<PersonFault | null> {
    const { disposalExecutorDiffers } = await this.settings.current();
    return disposalExecutorDiffers ? faultOf(staffNo, await this.of(batch, staffNo)) : null;
  }

  /** @param staffNo whoever wants to act: whether they stand for one of the others is asked about them */
  async of(batch: BatchRow, staffNo: string): Promise<Involved> {
    const approvers = batch.documentId === null ? [] : await this.cases.whoActed(batch.documentId);
    const proposers = [batch.submittedBy, batch.proposedBy].filter((person) => person !== null);
    const standIns = await this.standIns.now();
    const principals = standIns
      .standsFor(staffNo as StaffNo)
      .flatMap(({ post }) => standIns.chart.holderOf(post.code)?.person.staffNo ?? []);
    const others = new Set<string>([...proposers, ...approvers]);
    const stands = principals.some((principal) => principal !== staffNo && others.has(principal));
    const releasers = await this.releases.releasedBy(batch.listedAt);
    return { proposers, approvers, delegates: stands ? [staffNo] : [], confirmer: batch.confirmedBy, releasers };
  }
}
