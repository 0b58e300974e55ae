import { Injectable } from '@nestjs/common';
import { type LocalDate, type UnitCode, fiscalYearOf, localDateAt, newId } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { nextReview } from '../../core/keeping/continuing';
import { ownRetention } from '../../core/keeping/rule-days';
import type { RetentionBasis } from '../../core/retention';
import { closingDayOf } from '../../core/years/closing-day';
import { PaperRows } from '../../data/paper/paper-rows';
import { PlaceRows } from '../../data/paper/place-rows';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';
import { KeptFiles } from './kept-files';

export interface PaperFileCommand {
  readonly actor: Actor;
  readonly classCode: string;
  readonly sectionCode: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly medium: 'paper' | 'hybrid';
  readonly personalData: boolean;
  readonly secret: boolean;
  readonly continuing: boolean;
  /** Where it lies, in words. */
  readonly place: string | null;
}

export interface PaperRecordCommand {
  readonly actor: Actor;
  readonly fileId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly documentedOn: LocalDate;
  readonly pages: number;
  readonly location: string | null;
  readonly disposition: boolean;
  readonly issuedOn: LocalDate | null;
}

/** CONT-1 */
const inUse = (today: LocalDate) => ({ startsOn: null, expiresOn: null, reviewOn: nextReview(today) });

/** 簿冊と紙の記録の登録: paper beside what is electronic (PAP-1 to PAP-4). */
@Injectable()
export class RegisterPaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly keepers: SectionKeepers,
    private readonly paper: PaperRows,
    private readonly places: PlaceRows,
    private readonly kept: KeptFiles,
  ) {}

  /** @returns id of the file @throws DomainError records.not-your-file, records.no-such-class, records.year-to-come */
  file({ actor, place, ...given }: PaperFileCommand): Promise<string> {
    return this.uow.run(async () => {
      if (!(await this.keepers.keeps(actor, given.sectionCode))) throw refusePaper('records.not-your-file', {});
      const section = (await this.charts.today()).unit(given.sectionCode as UnitCode);
      const terms = await this.paper.terms(given.classCode);
      if (!terms || section?.kind !== 'section') throw refusePaper('records.no-such-class', {});
      const at = await this.uow.now();
      const today = localDateAt(at);
      if (given.fiscalYear > fiscalYearOf(today)) throw refusePaper('records.year-to-come', {});
      const lastDay = closingDayOf({ ...given, adjustmentPeriod: terms.adjustmentPeriod });
      const retention = ownRetention(
        { fiscalYear: given.fiscalYear, eventOn: null },
        { ...terms, basis: terms.basis as RetentionBasis },
        { keepUntil: null, today },
      );
      const { startsOn, expiresOn, reviewOn } = given.continuing ? inUse(today) : retention;
      const closedOn = lastDay !== null && lastDay < today ? lastDay : null;
      const file = {
        id: newId<string>(),
        ...given,
        startsOn,
        expiresOn,
        reviewOn,
        closedOn,
        floor: terms.floor,
        sectionName: section.name,
        functionCode: terms.functionCode,
      };
      const { id, volume, retentionClass } = await this.paper.open(file, at);
      if (place !== null) await this.places.put(id, { placeCode: null, note: place }, { by: actor.staffNo, at });
      const { classCode, sectionCode, fiscalYear, medium } = given;
      const facts = { class: classCode, section: sectionCode, fiscalYear, volume, medium, retention: retentionClass };
      this.kept.note(id, 'records.file-opened', { actor: actor.staffNo, facts });
      return id;
    });
  }

  /** @returns id of the record @throws DomainError records.no-such-file, records.not-your-file, records.file-has-left, records.issue-day-missing */
  record({ actor, ...given }: PaperRecordCommand): Promise<string> {
    return this.uow.run(async () => {
      const file = await this.kept.mine(given.fileId, actor);
      if (given.disposition && given.issuedOn === null) throw refusePaper('records.issue-day-missing', {});
      const id = newId<string>();
      await this.paper.add({ id, ...given }, { by: actor.staffNo, name: actor.name, at: await this.uow.now() });
      await this.paper.becomesHybrid(file.id);
      const { title, pages, documentedOn, disposition } = given;
      this.kept.note(file.id, 'records.paper-registered', {
        actor: actor.staffNo,
        facts: { record: id, title, pages, documentedOn, disposition },
      });
      return id;
    });
  }
}
