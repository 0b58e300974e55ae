import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** 書庫・棚・箱 */
export interface StackPlace {
  readonly code: string;
  readonly room: string;
  readonly shelf: string;
  readonly box: string | null;
  readonly note: string | null;
  readonly files: number;
}

export interface FilePlace {
  readonly placeCode: string | null;
  readonly note: string | null;
  readonly since: Date;
  readonly until: Date | null;
}

/** Places in the stacks, and which file lies where. */
@Injectable()
export class PlaceRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** As the office: a box is as full as it is, whosever files lie in it. */
  all(): Promise<StackPlace[]> {
    return this.uow.rows<StackPlace>(
      asOffice(sql`
      select p.code, p.room, p.shelf, p.box, p.note,
        (select count(*)::int from records.file_place f where f.place_code = p.code and f.until is null) as files
      from records.stack_place p order by p.room, p.shelf, p.box nulls first`),
    );
  }

  /** @returns false when the code or the place is there already */
  async add(place: Omit<StackPlace, 'files'>, { by, at }: { by: string; at: Date }): Promise<boolean> {
    const { code, room, shelf, box, note } = place;
    const added = await this.uow.change(sql`
      insert into records.stack_place (code, room, shelf, box, note, added_at, added_by)
      values (${code}, ${room}, ${shelf}, ${box}, ${note}, ${at}, ${by}) on conflict do nothing`);
    return added === 1;
  }

  async known(codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.uow.rows<{ code: string }>(
      sql`select code from records.stack_place where code = any(${codes})`,
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** Ends where the file lay and says where it lies from now on. */
  async put(
    fileId: string,
    { placeCode, note }: Pick<FilePlace, 'placeCode' | 'note'>,
    { by, at }: { by: string; at: Date },
  ): Promise<void> {
    await this.uow.change(sql`update records.file_place set until = ${at} where file_id = ${fileId} and until is null`);
    if (placeCode === null && note === null) return;
    await this.uow.change(sql`
      insert into records.file_place (id, file_id, place_code, note, since, since_by)
      values (${newId<string>()}, ${fileId}, ${placeCode}, ${note}, ${at}, ${by})`);
  }

  /** Latest first. */
  of(fileId: string): Promise<FilePlace[]> {
    return this.uow.rows<FilePlace>(sql`
      select place_code as "placeCode", note, since, until from records.file_place where file_id = ${fileId} order by since desc, id desc`);
  }
}
