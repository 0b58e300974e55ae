import { Injectable } from '@nestjs/common';
import { type FiscalYear, formatFiscalYear, formatWareki, localDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { FileLabel, LabelKind, LabelSheet } from '@fubako/rendering';
import { LabelRows, type LabelledFile } from '../../data/paper/label-rows';
import { readableFiles } from '../record-file-policy';
import { sql } from '@fubako/platform/database';

export interface LabelsQuery {
  readonly kind: LabelKind;
  readonly fiscalYear: FiscalYear;
  /** Code of a section. */
  readonly unit: string;
}

const MOST = 500;

/** 背ラベル・箱ラベル of a section's files of one year; of a year to come, from its confirmed plan. */
@Injectable()
export class PrintLabels {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: LabelRows,
  ) {}

  /** @param origin address of the application, to which the codes on the labels lead */
  run({ kind, fiscalYear, unit }: LabelsQuery, actor: Actor, origin: string): Promise<LabelSheet> {
    return this.uow.read(async () => {
      const seen = readableFiles(actor, sql`f.section_code`);
      const files = await this.rows.of({ fiscalYear, unit, limit: MOST }, seen);
      const title = `${formatFiscalYear(fiscalYear)} ${kind === 'spine' ? '背ラベル' : '箱ラベル'}`;
      return {
        kind,
        labels: files.map((file) => labelOf(file, origin)),
        title,
        author: actor.name,
        createdAt: await this.uow.now(),
      };
    });
  }
}

/** LAB-3 The last twelve digits of the id find the file again; LAB-4 its code opens it. */
function labelOf(file: LabelledFile, origin: string): FileLabel {
  const digits = file.id.replaceAll('-', '').slice(-12);
  return {
    year: formatFiscalYear(file.fiscalYear),
    classCode: file.classCode,
    className: file.className,
    title: file.title,
    volume: file.volumes > 1 ? `第${file.volume}冊` : '',
    section: file.sectionName,
    retention: `${file.retentionLabel}${file.expiresOn ? `　${formatWareki(localDate(file.expiresOn))}まで` : ''}`,
    marks: [...(file.secret ? ['秘'] : []), ...(file.personalData ? ['個人情報'] : [])],
    link: `${origin}/record-files/${file.id}`,
    reference: [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join('-'),
  };
}
