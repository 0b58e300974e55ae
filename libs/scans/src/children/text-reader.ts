import { Injectable } from '@nestjs/common';
import type { ExtractAnswer, ExtractRequest, TextSource } from './extract-text.child';
import { askNodeChild } from './node-child';

const LIMITS = { timeoutMs: 120_000, memoryMb: 768, maxOutputBytes: 64 * 1024 * 1024 };

/** Reads the text out of a file, in a child process. */
@Injectable()
export class TextReader {
  /** Raw text of each page; null when the bytes are no text. @throws ChildFailed */
  async read(path: string, from: TextSource, folder: string): Promise<readonly string[] | null> {
    const request: ExtractRequest = { path, from };
    return (await askNodeChild<ExtractAnswer>('extract-text', request, { folder, limits: LIMITS })).pages;
  }
}
