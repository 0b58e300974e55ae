import { Injectable } from '@nestjs/common';
import { EntryRows } from '../data/entry-rows';

/** 消去 of clean copies (浄書) of documents whose content is erased in the running unit. Registers of numbers, seals and dispatches stay. */
@Injectable()
export class EraseCopies {
  constructor(private readonly rows: EntryRows) {}

  run(documentIds: readonly string[]): Promise<void> {
    return this.rows.erase(documentIds);
  }
}
