import { Injectable } from '@nestjs/common';
import { canonicalBytes, localDateAt, newId, sha256Hex } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { PUBLIC_COLUMNS, registerCsv } from '../../core/registers/file-register';
import { type IssueRow, RegisterRows } from '../../data/registers/register-rows';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';
import { ReadRegister } from './read-register';

/** 公表: the public register of today, kept word for word (REG-5). */
@Injectable()
export class IssueRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keepers: SectionKeepers,
    private readonly register: ReadRegister,
    private readonly rows: RegisterRows,
    private readonly ledger: Ledger,
  ) {}

  /** By the records office. @throws DomainError records.not-the-office */
  run(actor: Actor): Promise<IssueRow> {
    return this.uow.run(async () => {
      if (!this.keepers.isOffice(actor)) throw refusePaper('records.not-the-office', {});
      const issuedAt = await this.uow.now();
      const { lines } = await this.register.run({ edition: 'public' }, actor);
      const content = registerCsv(PUBLIC_COLUMNS, lines);
      const issue = {
        id: newId<string>(),
        asOf: localDateAt(issuedAt),
        issuedAt,
        issuedByName: actor.name,
        files: lines.length,
        sha256: sha256Hex(canonicalBytes(content)),
      };
      await this.rows.issue({ ...issue, by: actor.staffNo, content });
      const { asOf, files, sha256 } = issue;
      const subject = { kind: 'file-register', id: issue.id };
      this.ledger.record({
        subject,
        kind: 'records.register-issued',
        actor: actor.staffNo,
        facts: { asOf, files, sha256 },
      });
      return issue;
    });
  }

  list(): Promise<IssueRow[]> {
    return this.uow.read(() => this.rows.issues());
  }

  /** @throws DomainError records.no-such-issue */
  content(id: string): Promise<string> {
    return this.uow.read(async () => {
      const content = await this.rows.content(id);
      if (content === null) throw refusePaper('records.no-such-issue', {});
      return content;
    });
  }
}
