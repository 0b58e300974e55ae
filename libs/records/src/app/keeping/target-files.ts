import { Injectable } from '@nestjs/common';
import { localDateAt, newId } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { spell } from '../../core/filing';
import { FilingClassRows } from '../../data/filing-class-rows';
import { type NewFile, RecordFileRows } from '../../data/record-file-rows';
import { type KeptFileRow, KeptFileRows } from '../../data/keeping/kept-file-rows';
import type { ReckonedRow } from '../../data/keeping/reckoning-rows';
import { refuse } from '../../errors';

interface Wanted {
  readonly fileId?: string;
  readonly classCode?: string;
}

/** The file that a document is moved to: a given one, or that of a class in its section and fiscal year, opened when missing. */
@Injectable()
export class TargetFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly classes: FilingClassRows,
    private readonly files: RecordFileRows,
    private readonly kept: KeptFileRows,
    private readonly ledger: Ledger,
  ) {}

  /** What it would be; nothing is opened. @throws DomainError records.file-not-found, records.gone, records.unknown-class */
  async look(wanted: Wanted, row: ReckonedRow): Promise<KeptFileRow> {
    const present = await this.present(wanted, row);
    if (present) return present;
    const held = await this.heldClass(wanted.classCode ?? '');
    const terms = await this.kept.terms(held.retentionClass, localDateAt(await this.uow.now()));
    if (!terms) throw refuse('records.unknown-class', { code: held.retentionClass });
    const floor = held.statutoryYears === null ? null : { years: held.statutoryYears, law: held.statutoryLaw ?? '' };
    const { sectionCode, fiscalYear } = row;
    const dates = { startsOn: null, expiresOn: null, extendedTo: null, eventOn: null, fileClosedOn: null };
    const { code: classCode, name: title, retentionClass } = held;
    return {
      id: '',
      title,
      classCode,
      sectionCode,
      sectionName: '',
      fiscalYear,
      retentionClass,
      state: 'open',
      ...terms,
      floor,
      ...dates,
      hasOwnDates: false,
      isInUse: false,
      holdsPaper: false,
    };
  }

  /** @throws DomainError records.file-not-found, records.gone, records.unknown-class */
  async take(wanted: Wanted, row: ReckonedRow, actor: Actor): Promise<KeptFileRow> {
    const present = await this.present(wanted, row);
    if (present) return present;
    await this.open(wanted.classCode ?? '', row, actor);
    const opened = await this.present(wanted, row);
    if (!opened) throw new Error(`The file of class ${wanted.classCode} was opened but is not there.`);
    return opened;
  }

  private async present({ fileId, classCode }: Wanted, row: ReckonedRow): Promise<KeptFileRow | null> {
    if (fileId === undefined) return this.currentOf(classCode ?? '', row);
    const file = await this.kept.find(fileId);
    if (!file) throw refuse('records.file-not-found', { fileId });
    if (file.state !== 'open' && file.state !== 'closed') throw refuse('records.gone', { ids: [fileId] });
    return file;
  }

  private async currentOf(classCode: string, { sectionCode, fiscalYear }: ReckonedRow): Promise<KeptFileRow | null> {
    const key = { classCode, sectionCode, fiscalYear };
    const current = (await this.files.current([key])).get(spell(key));
    return current ? this.kept.find(current.id) : null;
  }

  private async heldClass(code: string) {
    const held = (await this.classes.holding([code])).get(code);
    if (!held) throw refuse('records.unknown-class', { code });
    return held;
  }

  private async open(classCode: string, row: ReckonedRow, actor: Actor): Promise<void> {
    const { name: title, code: _, retentionLabel: __, ...terms } = await this.heldClass(classCode);
    const { sectionCode, fiscalYear } = row;
    const sectionName = (await this.kept.find(row.fileId))?.sectionName ?? sectionCode;
    const file: NewFile = { id: newId<string>(), classCode, sectionCode, fiscalYear, sectionName, title, ...terms };
    const opened = await this.files.open([file], await this.uow.now());
    if (!opened.has(file.id)) return;
    const facts = { class: classCode, section: sectionCode, fiscalYear, retention: file.retentionClass };
    const subject = { kind: 'record-file', id: file.id };
    this.ledger.record({ subject, kind: 'records.file-opened', actor: actor.staffNo, facts });
  }
}
