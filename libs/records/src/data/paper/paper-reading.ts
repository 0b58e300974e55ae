import { Injectable } from '@nestjs/common';
import { LoanRows } from './loan-rows';
import { PaperRows } from './paper-rows';
import { PlaceRows } from './place-rows';

/** What is read of one file of paper. */
@Injectable()
export class PaperReading {
  constructor(
    readonly paper: PaperRows,
    readonly places: PlaceRows,
    readonly loans: LoanRows,
  ) {}
}
