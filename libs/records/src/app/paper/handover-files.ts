import { Injectable } from '@nestjs/common';
import type { KeptFile } from '../../data/paper/paper-rows';
import { KeptFiles } from './kept-files';

/** Files on a hand-over list. Every call is part of the caller's unit of work. */
@Injectable()
export class HandoverFiles {
  constructor(private readonly kept: KeptFiles) {}

  /** @throws DomainError records.no-such-file, records.file-has-left */
  there(fileId: string): Promise<KeptFile> {
    return this.kept.there(fileId);
  }

  async lock(fileIds: readonly string[]): Promise<void> {
    for (const id of fileIds.toSorted()) await this.kept.there(id);
  }

  noteAll(
    fileIds: readonly string[],
    kind: string,
    { actor, ...facts }: { readonly actor: string } & Readonly<Record<string, string>>,
  ): void {
    for (const id of fileIds) this.kept.note(id, kind, { actor, facts });
  }
}
