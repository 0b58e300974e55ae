import { Injectable } from '@nestjs/common';
import { addDays, localDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { MunicipalitySettings, OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type ReadingDigest, ReadingDigestRows } from '../../data/reading-digest-rows';
import { refuse } from '../../errors';
import { mayAcknowledge, mayInquire } from './readers-of-the-log';
import type { DigestLineView, ReadingDigestView, ReadingDigestsView } from './readings.views.dto';

const SHOWN = 26;

/** 週次報告の確認 (REA-5): by the manager whom the municipality names, seen by auditors too. */
@Injectable()
export class ReviewDigests {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ReadingDigestRows,
    private readonly settings: MunicipalitySettings,
    private readonly charts: OrganisationCharts,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError search.not-auditor */
  list(actor: Actor): Promise<ReadingDigestsView> {
    return this.uow.read(async () => {
      const { readingReviewPost: postCode } = (await this.settings.current()).access;
      if (!mayInquire(actor) && !mayAcknowledge(actor, postCode)) throw refuse('search.not-auditor', {});
      const digests = await this.rows.latest(SHOWN);
      const chart = await this.charts.on(actor.on);
      const titleOf = (code: string | null) => (code === null ? null : (chart.post(code as never)?.title ?? code));
      return {
        mayInquire: mayInquire(actor),
        digests: digests.map((digest) => viewOf(digest, titleOf(digest.postCode), mayAcknowledge(actor, postCode))),
      };
    });
  }

  /** @throws DomainError search.not-auditor, search.unknown-digest, search.digest-acknowledged */
  acknowledge(id: string, remark: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const { readingReviewPost: postCode } = (await this.settings.current()).access;
      if (!mayAcknowledge(actor, postCode)) throw refuse('search.not-auditor', {});
      const digest = await this.rows.lock(id);
      if (!digest) throw refuse('search.unknown-digest', {});
      if (digest.acknowledgedAt) throw refuse('search.digest-acknowledged', { by: digest.acknowledgedName ?? '' });
      const { staffNo, name } = actor;
      await this.rows.acknowledge(id, { at: await this.uow.now(), staffNo, name, remark });
      const subject = { kind: 'reading-digest', id };
      this.ledger.record({ subject, kind: 'search.digest-acknowledged', actor: staffNo, facts: { remark } });
    });
  }
}

function viewOf(
  { fromDay, untilDay, postCode: _, lines, madeAt, acknowledgedAt, ...digest }: ReadingDigest,
  postTitle: string | null,
  may: boolean,
): ReadingDigestView {
  return {
    ...digest,
    from: fromDay,
    to: addDays(localDate(untilDay), -1),
    postTitle,
    lines: lines.map((line) => ({ ...line, reasons: [...line.reasons] })) as DigestLineView[],
    madeAt: madeAt.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    allowed: may && acknowledgedAt === null ? ['acknowledge'] : [],
  };
}
