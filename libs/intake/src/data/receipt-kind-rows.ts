import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** 収受の種別 */
export interface ReceiptKind {
  readonly code: string;
  readonly name: string;
  readonly seriesCode: string | null;
  readonly exactTime: boolean;
}

@Injectable()
export class ReceiptKindRows {
  constructor(private readonly uow: UnitOfWork) {}

  all(): Promise<ReceiptKind[]> {
    return this.uow.rows<ReceiptKind>(
      sql`select code, name, series_code as "seriesCode", exact_time as "exactTime" from intake.receipt_kind order by sort, code`,
    );
  }

  async find(code: string): Promise<ReceiptKind | null> {
    return (await this.all()).find((kind) => kind.code === code) ?? null;
  }
}
