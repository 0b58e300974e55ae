import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ChildFailed, runChild } from './child-process';
import { findProgram } from './find-program';
import { Inspector } from './inspector';
import type { NeutraliseAnswer, NeutraliseRequest } from './neutralise-pdf.child';
import { askNodeChild } from './node-child';

const LIMITS = { timeoutMs: 120_000, memoryMb: 1024, maxOutputBytes: 1024 };

/** `own`: the PDF itself is harmless. */
export type NeutralPdf =
  | { readonly state: 'own' }
  | { readonly state: 'ready'; readonly path: string; readonly pages: number }
  | { readonly state: 'failed'; readonly detail: string };

export interface NeutralOrder {
  /** A PDF in `folder`. */
  readonly path: string;
  /** Private to this order. */
  readonly folder: string;
  /** What the inspection found in it. */
  readonly activeContent: readonly string[];
}

/** 無害化: a PDF for pages from which everything that could act was taken out, in a child process (SCN-10). */
@Injectable()
export class PdfNeutraliser {
  constructor(private readonly inspector: Inspector) {}

  async make({ path, folder, activeContent }: NeutralOrder): Promise<NeutralPdf> {
    const always = activeContent.length > 0;
    const target = join(folder, 'neutral.pdf');
    const request: NeutraliseRequest = { path, target, always };
    const answer = (await this.ask(request, folder)) ?? (await this.askAfterRepair(request, folder));
    if (answer === 'written') return this.checked(target, folder);
    if (answer === 'untouched' || !always) return { state: 'own' };
    return { state: 'failed', detail: 'no harmless copy could be made' };
  }

  /** Null when the library cannot read it, or died of it. */
  private async ask(request: NeutraliseRequest, folder: string): Promise<NeutraliseAnswer | null> {
    try {
      const answer = await askNodeChild<NeutraliseAnswer>('neutralise-pdf', request, { folder, limits: LIMITS });
      return answer === 'unreadable' ? null : answer;
    } catch (error) {
      if (error instanceof ChildFailed) return null;
      throw error;
    }
  }

  /** What other programs wrote wrongly, qpdf writes anew, where the worker has it. */
  private async askAfterRepair(request: NeutraliseRequest, folder: string): Promise<NeutraliseAnswer | null> {
    const program = findProgram(['qpdf']);
    if (!program || !request.always) return null;
    const path = join(folder, 'repaired.pdf');
    const args = ['--warning-exit-0', '--decrypt', '--object-streams=disable', request.path, path];
    try {
      await runChild({ program, args, folder, timeoutMs: LIMITS.timeoutMs, maxOutputBytes: LIMITS.maxOutputBytes });
    } catch (error) {
      if (error instanceof ChildFailed) return null;
      throw error;
    }
    return this.ask({ ...request, path }, folder);
  }

  /** Nobody sees the copy unless the same inspection that found something finds nothing any more. */
  private async checked(path: string, folder: string): Promise<NeutralPdf> {
    const found = await this.inspector.inspectFile(path, folder);
    if (found.content !== 'pdf' || found.pages === null || found.activeContent.length > 0)
      return { state: 'failed', detail: `harmless copy: ${found.broken ?? found.activeContent.join(', ')}` };
    return { state: 'ready', path, pages: found.pages };
  }
}
