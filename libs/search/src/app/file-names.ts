import { Injectable } from '@nestjs/common';
import { foldKey, formatFiscalYear } from '@fubako/kernel';
import { ArchiveFiles, type FileName } from '@fubako/records';
import { type Condition, needlesOf } from '../core/condition';

/** Names of files (簿冊): what 簿冊 in the box means, and how a chosen file is called. */
export abstract class FileNames {
  protected abstract names(): Promise<readonly FileName[]>;
  protected abstract bearing(names: readonly FileName[]): Promise<readonly string[]>;

  /** `橋梁台帳(令和8年度)` by id, of those that the reader may see. */
  abstract titlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Ids by needle, for every 簿冊 in the conditions: files whose title holds the needle, or whose class has this code. */
  async idsOf(conditions: readonly Condition[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const ids = new Map<string, readonly string[]>();
    const needles = new Set(needlesOf(conditions, 'file'));
    if (needles.size === 0) return ids;
    const names = await this.names();
    for (const needle of needles)
      ids.set(
        needle,
        await this.bearing(
          names.filter(({ title, classCode }) => foldKey(title).includes(needle) || foldKey(classCode) === needle),
        ),
      );
    return ids;
  }
}

@Injectable()
export class RecordFileNames extends FileNames {
  constructor(private readonly files: ArchiveFiles) {
    super();
  }

  protected names(): Promise<readonly FileName[]> {
    return this.files.names();
  }

  protected bearing(names: readonly FileName[]): Promise<readonly string[]> {
    return this.files.bearing(names);
  }

  async titlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const seen = await this.files.seen(ids);
    return new Map(seen.map(({ id, title, fiscalYear }) => [id, `${title}(${formatFiscalYear(fiscalYear)})`]));
  }
}
