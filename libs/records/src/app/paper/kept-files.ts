import { Injectable } from '@nestjs/common';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { type KeptFile, PaperRows } from '../../data/paper/paper-rows';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';

/** One file at hand: seen, kept by the actor, still there. Every call is part of the caller's unit of work. */
@Injectable()
export class KeptFiles {
  constructor(
    private readonly paper: PaperRows,
    private readonly keepers: SectionKeepers,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError records.no-such-file for whoever does not see it */
  async seen(id: string, actor: Actor): Promise<KeptFile> {
    const [file] = await this.paper.files([id]);
    if (!file || !this.keepers.sees(actor)(file.sectionCode)) throw refusePaper('records.no-such-file', {});
    return file;
  }

  /** Locked. @throws DomainError records.no-such-file, records.not-your-file, records.file-has-left */
  async mine(id: string, actor: Actor): Promise<KeptFile> {
    await this.seen(id, actor);
    const file = await this.there(id);
    if (!(await this.keepers.keeps(actor, file.sectionCode))) throw refusePaper('records.not-your-file', {});
    return file;
  }

  /** Locked. @throws DomainError records.no-such-file, records.file-has-left */
  async there(id: string): Promise<KeptFile> {
    const file = await this.paper.lock(id);
    if (!file) throw refusePaper('records.no-such-file', {});
    if (file.state !== 'open' && file.state !== 'closed') throw refusePaper('records.file-has-left', {});
    return file;
  }

  note(
    fileId: string,
    kind: string,
    { actor, facts }: { actor: string; facts: Readonly<Record<string, string | number | boolean | null>> },
  ): void {
    this.ledger.record({ subject: { kind: 'record-file', id: fileId }, kind, actor, facts });
  }
}
