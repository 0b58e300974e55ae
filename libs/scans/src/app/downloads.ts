import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OpenSessions } from '@fubako/identity';
import { UnitOfWork } from '@fubako/platform/database';
import { type DownloadPurpose, DownloadRows } from '../data/download-rows';
import { Objects } from './objects';
import type { OutgoingFile } from './outgoing-file';

/** An original as its owner knows it: what is taken out, and under which name. */
export interface OriginalFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
}

const LIFE_MS = 60_000;
const CAPABILITY_BYTES = 32;

/**
 * 取出し of originals under the second host name (ADR 0076): a secret for one use within a minute, bound to session, content, name
 * and purpose. Whether the person may have the file was asked, and the reading entered, before one is issued.
 */
@Injectable()
export class Downloads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: DownloadRows,
    private readonly sessions: OpenSessions,
    private readonly objects: Objects,
  ) {}

  /** @returns the capability, which is kept nowhere */
  issue(sessionId: string, purpose: DownloadPurpose, file: OriginalFile): Promise<string> {
    const capability = randomBytes(CAPABILITY_BYTES).toString('base64url');
    return this.uow.run(async () => {
      const expiresAt = new Date((await this.uow.now()).getTime() + LIFE_MS);
      await this.rows.insert(digestOf(capability), { ...file, sessionId, purpose, expiresAt });
      return capability;
    });
  }

  /**
   * Call it outside a unit of work. Null for what was never issued, is used, is over, or was issued to a session that has ended.
   * @throws DomainError as {@link Objects.open} does; the capability is used up then too
   */
  async open(purpose: DownloadPurpose, capability: string): Promise<OutgoingFile | null> {
    const file = await this.uow.run(async () => {
      const row = await this.rows.take(digestOf(capability), purpose);
      if (!row || row.expiresAt <= (await this.uow.now())) return null;
      return (await this.sessions.stands(row.sessionId)) ? row : null;
    });
    if (!file) return null;
    const { stream, bytes } = await this.objects.open(file.sha256);
    return { fileName: file.fileName, mediaType: file.mediaType, bytes, stream };
  }

  /** @returns how many were over */
  sweep(): Promise<number> {
    return this.uow.run(async () => this.rows.dropOver(await this.uow.now()));
  }
}

const digestOf = (capability: string): Buffer => createHash('sha256').update(capability).digest();
