import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Hold } from '../../core/hold';
import { type ActOffer, fileActs } from '../../core/keeping/file-acts';
import type { Language } from '../../core/retention-words';
import { ContinuingRows } from '../../data/keeping/continuing-rows';
import { RemovalRows } from '../../data/keeping/removal-rows';
import { HoldRights } from '../holds/hold-rights';
import { KeepingRights } from './keeping-rights';

interface OfferedFile {
  readonly id: string;
  readonly unitCode: string;
  readonly state: string;
  readonly basis: string;
  readonly years: number | null;
  readonly expiresOn: LocalDate | null;
  readonly hold: Hold | null;
}

/** What a person may do with a file now, so that the web holds no rules. */
@Injectable()
export class OfferFileActs {
  constructor(
    private readonly keeping: KeepingRights,
    private readonly holding: HoldRights,
    private readonly continuing: ContinuingRows,
    private readonly removal: RemovalRows,
  ) {}

  /** Call inside a unit of work. */
  async of({ id, unitCode, ...file }: OfferedFile, actor: Actor, language: Language): Promise<ActOffer[]> {
    const rights = {
      isOffice: this.keeping.isOffice(actor),
      isKeeper: await this.keeping.mayKeep(actor, unitCode),
      isHead: (await this.holding.headedOf(actor, [unitCode])).size > 0,
    };
    const continuing = await this.continuing.find(id);
    const contents = await this.removal.find(id);
    return fileActs({ ...file, ...rights, continuing, contents, today: actor.on }, language);
  }
}
