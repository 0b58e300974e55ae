import { Injectable } from '@nestjs/common';
import { ChildFailed } from '../children/child-process';
import { Inspector } from '../children/inspector';
import type { FileType } from '../core/file-types';
import type { Findings } from '../core/findings';
import { judgeContent } from '../core/judge-content';
import type { StoredObject } from '../data/stored-objects';
import { refuse } from '../errors';
import { ScannerSilent, VirusScanner } from './virus-scanner';

export interface UntrustedFile {
  readonly path: string;
  /** Of this file alone. */
  readonly folder: string;
}

/** 関所: what a file must pass before anybody may keep it: its structure, its kind, and the virus scanner. */
@Injectable()
export class ContentGate {
  constructor(
    private readonly inspector: Inspector,
    private readonly scanner: VirusScanner,
  ) {}

  /** @throws DomainError scans.broken-file, scans.type-mismatch, scans.infected; scans.scan-waiting when nobody can say */
  async pass(
    file: UntrustedFile,
    claim: { readonly type: FileType; readonly extension: string },
  ): Promise<Pick<StoredObject, 'pages' | 'activeContent'>> {
    const verdict = judgeContent(claim.type, await this.findings(file));
    if (!verdict.accepted) {
      if ('broken' in verdict) throw refuse('scans.broken-file', { reason: verdict.broken });
      throw refuse('scans.type-mismatch', { extension: claim.extension, actual: verdict.mismatch });
    }
    await this.scan(file.path);
    return { pages: verdict.pages, activeContent: verdict.activeContent };
  }

  private async findings({ path, folder }: UntrustedFile): Promise<Findings> {
    try {
      return await this.inspector.inspectFile(path, folder);
    } catch (error) {
      if (error instanceof ChildFailed) throw refuse('scans.broken-file', { reason: 'not-inspectable' });
      throw error;
    }
  }

  private async scan(path: string): Promise<void> {
    let found: string | null;
    try {
      found = await this.scanner.find(path);
    } catch (error) {
      if (error instanceof ScannerSilent) throw refuse('scans.scan-waiting', {});
      throw error;
    }
    if (found !== null) throw refuse('scans.infected', { found });
  }
}
