import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { NewCirculation } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { refuse } from '../errors';
import { CirculationNews } from './circulation-news';
import { CirculationSubjects } from './circulation-subjects';
import { type ReaderWish, ResolveReaders } from './resolve-readers';

/** More named readers than this is a 回覧. */
const MOST_READERS = 1000;

/** Asks people to read, at the start or later; who is asked already stays as asked. */
@Injectable()
export class AskReaders {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly resolve: ResolveReaders,
    private readonly circulations: CirculationRows,
    private readonly subjects: CirculationSubjects,
    private readonly news: CirculationNews,
  ) {}

  /** @throws DomainError intake.unknown-reader, intake.vacant-post, intake.too-many-readers */
  async run(circulation: NewCirculation, actor: Actor, wishes: readonly ReaderWish[]): Promise<void> {
    const resolved = await this.resolve.run(wishes);
    const known = (await this.circulations.readers([circulation.id])).length;
    if (known + resolved.length > MOST_READERS) throw refuse('intake.too-many-readers', { most: MOST_READERS });
    const at = await this.uow.now();
    const added = await this.circulations.addReaders(
      resolved.map((reader, index) => ({
        circulation_id: circulation.id,
        staff_no: reader.staffNo,
        name: reader.name,
        post_code: reader.postCode,
        post_title: reader.postTitle,
        unit_name: reader.unitName,
        required: reader.required,
        sort: known + index,
        added_at: at,
        added_by: actor.staffNo,
        read_at: null,
        comment: null,
        asks_for_draft: false,
      })),
    );
    await this.subjects.admit({ kind: circulation.subject_kind, id: circulation.subject_id }, added);
    this.news.acted({ circulation, actor }, 'readers-asked', { readers: added });
    await this.news.asked(circulation, actor, added);
  }
}
