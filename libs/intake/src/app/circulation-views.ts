import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { markFault } from '../core/circulation';
import type { CirculationRow, ReaderRow } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { CirculationDesk, type OpenCirculation, runningState, stateOf } from './circulation-desk';
import type { SubjectRef } from './circulation-subjects';
import type { CirculationListItem, CirculationView, ReaderView } from './circulations.view.dto';
import { offer } from './refused-acts';
import { steeringFault } from './steer-circulation';

export const CIRCULATION_ACTS = ['mark_read', 'ask_for_draft', 'add_readers', 'stop'] as const;

/** Circulations as their readers see them. */
@Injectable()
export class CirculationViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: CirculationDesk,
    private readonly circulations: CirculationRows,
  ) {}

  /** @throws DomainError intake.no-circulation */
  detail(id: string, actor: Actor, language: Language): Promise<CirculationView> {
    return this.uow.read(async () => this.viewOf(await this.desk.read(id, actor), actor, language));
  }

  /** All of one subject, oldest first; the caller has asked whether it may be read. */
  async of(subject: SubjectRef, actor: Actor, language: Language): Promise<CirculationView[]> {
    const rows = await this.circulations.of(subject.kind, subject.id);
    const views: CirculationView[] = [];
    for (const { id } of rows) views.push(await this.detail(id, actor, language));
    return views;
  }

  private async viewOf(open: OpenCirculation, actor: Actor, language: Language): Promise<CirculationView> {
    const { row, readers, inAudience } = open;
    const audience = await this.circulations.audience([row.id]);
    const steering = steeringFault(row, actor);
    const marking = markFault(stateOf(open), actor.staffNo, inAudience);
    const faults = {
      mark_read: marking,
      ask_for_draft: marking ?? (row.subject_kind === 'receipt' ? null : 'intake.no-draft-of-document'),
      add_readers: steering ?? (row.mode === 'broadcast' ? 'intake.broadcast-has-no-readers' : null),
      stop: steering,
    } as const;
    return {
      ...itemOf(open, actor),
      readers: readers.map(readerView),
      audience: audience.flatMap(({ section_name: name }) => (name === '' ? [] : [name])),
      stoppedAt: row.stopped_at?.toISOString() ?? null,
      stoppedByName: row.stopped_by_name,
      stopReason: row.stop_reason,
      ...offer(CIRCULATION_ACTS, (act) => faults[act], language),
    };
  }
}

function itemOf({ row, readers, inAudience }: OpenCirculation, actor: Actor): CirculationListItem {
  const own = readers.find(({ staff_no }) => staff_no === actor.staffNo);
  const required = readers.filter((reader) => reader.required);
  return {
    ...headOf(row),
    required: required.length,
    requiredRead: required.filter(({ read_at }) => read_at !== null).length,
    read: readers.filter(({ read_at }) => read_at !== null).length,
    mine: own && row.mode === 'reading' ? (own.required ? 'required' : 'optional') : inAudience ? 'audience' : 'none',
    myReadAt: own?.read_at?.toISOString() ?? null,
  };
}

export function headOf(row: CirculationRow) {
  return {
    id: row.id,
    mode: row.mode,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    title: row.title,
    note: row.note,
    readByOn: row.read_by_on,
    sectionName: row.section_name,
    startedAt: row.started_at.toISOString(),
    startedByName: row.started_by_name,
    startedByPost: row.started_by_post,
    state: runningState(row),
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}

function readerView(row: ReaderRow): ReaderView {
  return {
    staffNo: row.staff_no,
    name: row.name,
    postTitle: row.post_title,
    unitName: row.unit_name,
    required: row.required,
    askedAt: row.added_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    comment: row.comment,
    asksForDraft: row.asks_for_draft,
  };
}
