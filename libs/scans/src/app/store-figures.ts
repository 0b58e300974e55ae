import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { mayLookAfterStore } from '../core/store-administrator';
import { FigureRows } from '../data/figure-rows';
import { FindingRows } from '../data/finding-rows';
import { refuse } from '../errors';
import type { StoreFiguresView } from './store.views.dto';
import { Quota } from './quota';

const MONTHS = 24;
const LARGEST = 20;
const FINDINGS = 50;

/** 保管庫の状況: how much there is, how it grows, what is wrong (SCN-18). */
@Injectable()
export class StoreFigures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly figures: FigureRows,
    private readonly findings: FindingRows,
    private readonly quota: Quota,
  ) {}

  /** @throws DomainError scans.not-administrator */
  run(actor: Actor): Promise<StoreFiguresView> {
    if (!mayLookAfterStore(actor)) throw refuse('scans.not-administrator', {});
    return this.uow.read(async () => {
      const [months, largest, latest] = [
        await this.figures.byMonth(MONTHS),
        await this.figures.largest(LARGEST),
        await this.findings.latest(FINDINGS),
      ];
      return {
        total: await this.figures.total(),
        quotaBytes: this.quota.bytes,
        byKind: await this.figures.byKind(),
        months,
        largest: largest.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
        owed: await this.figures.owed(),
        oldestVerification: (await this.figures.oldestVerification())?.toISOString() ?? null,
        openFindings: await this.findings.openOnes(),
        findings: latest.map((one) => ({
          ...one,
          foundAt: one.foundAt.toISOString(),
          settledAt: one.settledAt?.toISOString() ?? null,
        })),
      };
    });
  }
}
