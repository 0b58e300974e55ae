import { Injectable } from '@nestjs/common';
import { UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** From which door an original is taken out; its capability opens under no other (ADR 0076). */
export const DOWNLOAD_PURPOSES = ['document', 'receipt', 'opening'] as const;
export type DownloadPurpose = (typeof DOWNLOAD_PURPOSES)[number];

export interface DownloadRow {
  readonly sessionId: string;
  readonly purpose: DownloadPurpose;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly expiresAt: Date;
}

/** 取出し on its way. Closed to readers: whoever has the secret is known by nothing else, so the office asks. */
@Injectable()
export class DownloadRows {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(capabilitySha256: Buffer, row: DownloadRow): Promise<void> {
    await this.uow.change(
      asOffice(sql`
      insert into scans.download (capability_sha256, session_id, purpose, sha256, file_name, media_type, expires_at)
      values (${capabilitySha256}, ${row.sessionId}, ${row.purpose}, decode(${row.sha256}, 'hex'), ${row.fileName}, ${row.mediaType},
        ${row.expiresAt})`),
    );
  }

  /** Takes it away: of several who ask at once, one gets it. */
  take(capabilitySha256: Buffer, purpose: DownloadPurpose): Promise<DownloadRow | null> {
    return this.uow.maybe<DownloadRow>(
      asOffice(sql`
      delete from scans.download where capability_sha256 = ${capabilitySha256} and purpose = ${purpose}
      returning session_id as "sessionId", purpose, encode(sha256, 'hex') as sha256, file_name as "fileName", media_type as "mediaType",
        expires_at as "expiresAt"`),
    );
  }

  dropOver(now: Date): Promise<number> {
    return this.uow.change(asOffice(sql`delete from scans.download where expires_at <= ${now}`));
  }
}
