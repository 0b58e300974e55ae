import { Injectable } from '@nestjs/common';
import { LoanRows } from '../../data/paper/loan-rows';

/** What is out: a lent file is neither disposed of nor transferred before it is back (LOAN-5). */
@Injectable()
export class LentFiles {
  constructor(private readonly loans: LoanRows) {}

  /** Those of the files that are lent now. Call inside a unit of work. */
  among(fileIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.loans.out(fileIds);
  }
}
