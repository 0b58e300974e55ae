import { Injectable } from '@nestjs/common';
import { type LocalDate, newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { CirculationMode } from '../core/words';
import type { NewCirculation } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { refuse } from '../errors';
import { AskReaders } from './ask-readers';
import { CirculationNews } from './circulation-news';
import { CirculationSubjects, type SubjectRef } from './circulation-subjects';
import { InviteAudience } from './invite-audience';
import type { ReaderWish } from './resolve-readers';
import { postTitleOf } from './standing-name';

export interface StartCirculationCommand {
  readonly actor: Actor;
  readonly subject: SubjectRef;
  readonly mode: CirculationMode;
  /** Of a 供覧; at least one of them required. */
  readonly readers: readonly ReaderWish[];
  /** Of a 回覧: codes of sections; none is everybody. */
  readonly audience: readonly string[];
  readonly note: string | null;
  readonly readByOn: string | null;
}

/** 供覧・回覧 of a receipt or of a decided document (RULE-03). */
@Injectable()
export class StartCirculation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subjects: CirculationSubjects,
    private readonly circulations: CirculationRows,
    private readonly ask: AskReaders,
    private readonly invite: InviteAudience,
    private readonly news: CirculationNews,
  ) {}

  /** @throws DomainError intake.no-required-reader, and what subjects and readers are refused for. @returns id of the circulation */
  run(command: StartCirculationCommand): Promise<string> {
    const { actor, mode } = command;
    return this.uow.run(async () => {
      const subject = await this.subjects.open(command.subject, actor, mode);
      const required = command.readers.filter((wish) => wish.required).length;
      if (mode === 'reading' && required === 0) throw refuse('intake.no-required-reader', {});
      const circulation: NewCirculation = {
        id: newId<string>(),
        subject_kind: subject.kind,
        subject_id: subject.id,
        mode,
        title: subject.title,
        note: command.note?.trim() || null,
        read_by_on: command.readByOn as LocalDate | null,
        section_code: subject.section.code,
        section_name: subject.section.name,
        started_at: await this.uow.now(),
        started_by: actor.staffNo,
        started_by_name: actor.name,
        started_by_post: postTitleOf(actor),
      };
      await this.circulations.insert(circulation);
      this.news.acted({ circulation, actor }, 'circulated', { mode, readBy: command.readByOn });
      if (mode === 'reading') await this.ask.run(circulation, actor, command.readers);
      else await this.invite.run(circulation, command.audience);
      return circulation.id;
    });
  }
}
