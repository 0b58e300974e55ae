import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateAt, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { LOAN_DAYS_MOST, isLawfulDueDay, isReminderDue } from '../../core/paper/loans';
import { type LoanRow, LoanRows } from '../../data/paper/loan-rows';
import { loanOverdue } from '../../events';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';
import { KeptFiles } from './kept-files';

/** 貸出・借覧: asked for by anybody who sees the file, lent and taken back by who keeps it (LOAN-1 to LOAN-5). */
@Injectable()
export class LendFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly kept: KeptFiles,
    private readonly keepers: SectionKeepers,
    private readonly loans: LoanRows,
    private readonly events: EventBus,
  ) {}

  /** @returns id of the loan @throws DomainError records.no-such-file, records.file-has-left, records.nothing-to-lend, records.due-day */
  request({
    actor,
    fileId,
    purpose,
    dueOn,
  }: {
    actor: Actor;
    fileId: string;
    purpose: string;
    dueOn: LocalDate;
  }): Promise<string> {
    return this.uow.run(async () => {
      await this.kept.seen(fileId, actor);
      const file = await this.kept.there(fileId);
      if (file.medium === 'electronic') throw refusePaper('records.nothing-to-lend', {});
      const at = await this.uow.now();
      if (!isLawfulDueDay(dueOn, localDateAt(at))) throw refusePaper('records.due-day', { most: LOAN_DAYS_MOST });
      const id = newId<string>();
      const [post] = actor.posts;
      const section = { sectionCode: post?.unitCode ?? '', sectionName: post?.unitName ?? '' };
      await this.loans.add({ id, fileId, purpose, dueOn, by: actor.staffNo, name: actor.name, ...section }, at);
      this.kept.note(fileId, 'records.loan-requested', { actor: actor.staffNo, facts: { loan: id, purpose, dueOn } });
      return id;
    });
  }

  /** @throws DomainError records.no-such-loan, records.not-your-file, records.loan-not-waiting, records.already-lent */
  lend({ actor, loanId }: { actor: Actor; loanId: string }): Promise<void> {
    return this.step(loanId, actor, async (loan) => {
      if (loan.lentAt || loan.refusedAt) throw refusePaper('records.loan-not-waiting', {});
      await this.kept.there(loan.fileId);
      if ((await this.loans.out([loan.fileId])).has(loan.fileId)) throw refusePaper('records.already-lent', {});
      await this.loans.lend(loan.id, { by: actor.staffNo, name: actor.name }, await this.uow.now());
      return ['records.file-lent', { loan: loan.id, borrower: loan.requestedBy, dueOn: loan.dueOn }];
    });
  }

  /** @throws DomainError records.no-such-loan, records.not-your-file, records.loan-not-waiting */
  refuse({ actor, loanId, reason }: { actor: Actor; loanId: string; reason: string }): Promise<void> {
    return this.step(loanId, actor, async (loan) => {
      if (loan.lentAt || loan.refusedAt) throw refusePaper('records.loan-not-waiting', {});
      await this.loans.refuse(loan.id, { by: actor.staffNo, reason }, await this.uow.now());
      return ['records.loan-refused', { loan: loan.id, reason }];
    });
  }

  /** @throws DomainError records.no-such-loan, records.not-your-file, records.not-lent */
  takeBack({ actor, loanId }: { actor: Actor; loanId: string }): Promise<void> {
    return this.step(loanId, actor, async (loan) => {
      if (!loan.lentAt || loan.returnedAt) throw refusePaper('records.not-lent', {});
      await this.loans.giveBack(loan.id, { by: actor.staffNo, name: actor.name }, await this.uow.now());
      return ['records.file-returned', { loan: loan.id, borrower: loan.requestedBy }];
    });
  }

  /** 督促 of what is late. @returns the loans of which the borrower is to be told now */
  remind(): Promise<LoanRow[]> {
    return this.uow.run(async () => {
      const today = localDateAt(await this.uow.now());
      const due = (await this.loans.overdue(today)).filter((loan) => isReminderDue(loan, today));
      if (due.length > 0)
        await this.loans.reminded(
          due.map(({ id }) => id),
          today,
        );
      for (const { id, fileId, fileTitle: title, requestedBy: borrower, dueOn } of due) {
        const facts = { loan: id, borrower, dueOn };
        this.kept.note(fileId, 'records.loan-reminded', { actor: 'system:records', facts });
        await this.events.publish(loanOverdue, id, { borrower, fileId, title, dueOn });
      }
      return due;
    });
  }

  private step(
    loanId: string,
    actor: Actor,
    take: (loan: LoanRow) => Promise<[kind: string, facts: Readonly<Record<string, string | null>>]>,
  ): Promise<void> {
    return this.uow.run(async () => {
      const loan = await this.loans.lock(loanId);
      if (!loan || !this.keepers.sees(actor)(loan.fileSection)) throw refusePaper('records.no-such-loan', {});
      if (!(await this.keepers.keeps(actor, loan.fileSection))) throw refusePaper('records.not-your-file', {});
      const [kind, facts] = await take(loan);
      this.kept.note(loan.fileId, kind, { actor: actor.staffNo, facts });
    });
  }
}
