import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { loanStateOf } from '../../core/paper/loans';
import type { LoanRow } from '../../data/paper/loan-rows';
import { PaperReading } from '../../data/paper/paper-reading';
import { readableFiles } from '../record-file-policy';
import { SectionKeepers } from '../section-keepers';
import { KeptFiles } from './kept-files';
import type { LoanView, PaperFileView } from './paper.views.dto';
import { ReadSubstitutes } from './read-substitutes';

const LIST_LIMIT = 500;

/** A file of paper, and the loans. */
@Injectable()
export class ReadPaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kept: KeptFiles,
    private readonly keepers: SectionKeepers,
    private readonly rows: PaperReading,
    private readonly substitutes: ReadSubstitutes,
  ) {}

  /** @throws DomainError records.no-such-file */
  file(id: string, actor: Actor): Promise<PaperFileView> {
    return this.uow.read(async () => {
      const { sectionCode, sectionName: unitName, ...file } = await this.kept.seen(id, actor);
      const mine = await this.keepers.keeps(actor, sectionCode);
      const loans = await this.rows.loans.of(id);
      const there = file.state === 'open' || file.state === 'closed';
      const paper = file.medium !== 'electronic';
      return {
        ...file,
        unitName,
        places: (await this.rows.places.of(id)).map(({ since, until, ...place }) => ({
          ...place,
          since: since.toISOString(),
          until: until?.toISOString() ?? null,
        })),
        records: (await this.rows.paper.of(id)).map(({ fileId: _, ...record }) => record),
        substitutes: await this.substitutes.of(sql`p.file_id = ${id}`, actor),
        loans: await this.loanViews(loans, actor),
        allowed: [
          ...(there && mine ? ['register', 'place'] : []),
          ...(there && paper ? ['borrow'] : []),
          ...(there && file.custody === 'stack' && this.keepers.isOffice(actor) ? ['give_back'] : []),
        ],
      };
    });
  }

  /** 貸出簿 of the files that the reader sees, and of what the reader borrowed. */
  loans(actor: Actor, { all }: { readonly all: boolean }): Promise<LoanView[]> {
    return this.uow.read(async () => {
      const seen = sql`${readableFiles(actor, sql`f.section_code`)} or l.requested_by = ${actor.staffNo}`;
      return this.loanViews(await this.rows.loans.list(seen, { all, limit: LIST_LIMIT }), actor);
    });
  }

  private async loanViews(loans: readonly LoanRow[], actor: Actor): Promise<LoanView[]> {
    const today = localDateAt(await this.uow.now());
    const views: LoanView[] = [];
    for (const loan of loans) {
      const facts = {
        dueOn: loan.dueOn,
        lent: loan.lentAt !== null,
        refused: loan.refusedAt !== null,
        returned: loan.returnedAt !== null,
      };
      const state = loanStateOf(facts, today);
      const mine = await this.keepers.keeps(actor, loan.fileSection);
      const acts = {
        requested: ['lend', 'refuse'],
        lent: ['take_back'],
        overdue: ['take_back'],
        returned: [],
        refused: [],
      }[state];
      views.push({ ...viewOf(loan), state, allowed: mine ? acts : [] });
    }
    return views;
  }
}

function viewOf(loan: LoanRow): Omit<LoanView, 'state' | 'allowed'> {
  const { id, fileId, fileTitle, fiscalYear, classCode, volume, place, purpose, requestedByName, sectionName, dueOn } =
    loan;
  return {
    id,
    fileId,
    fileTitle,
    fiscalYear,
    classCode,
    volume,
    place,
    purpose,
    requestedByName,
    sectionName,
    dueOn,
    requestedAt: loan.requestedAt.toISOString(),
    lentAt: loan.lentAt?.toISOString() ?? null,
    lentByName: loan.lentByName,
    returnedAt: loan.returnedAt?.toISOString() ?? null,
    returnedToName: loan.returnedToName,
    refusal: loan.refusal,
  };
}
