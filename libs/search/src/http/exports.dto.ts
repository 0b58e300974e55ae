import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, ValidateNested } from 'class-validator';
import { JpText } from '@fubako/platform/http';
import { EXPORT_KINDS, EXPORT_STATES, type ExportKind, type ExportOrder, type ExportState } from '../data/export-rows';
import { SearchConditions } from './search.dto';

export class ExportRequest {
  /** `list`: CSV; `package`: a zip with the files. */
  @IsIn(EXPORT_KINDS)
  @ApiProperty({ enum: EXPORT_KINDS })
  kind: ExportKind;

  @IsObject()
  @ValidateNested()
  @Type(() => SearchConditions)
  conditions: SearchConditions;

  /** What it is needed for; kept in the ledger. */
  @JpText({ min: 1, max: 500, multiline: true })
  reason: string;
}

export class ExportView {
  id: string;

  @ApiProperty({ enum: EXPORT_KINDS })
  kind: ExportKind;

  @ApiProperty({ enum: EXPORT_STATES })
  state: ExportState;

  reason: string;
  /** Hits when it was ordered, and those that are written. */
  total: number;
  done: number;
  orderedAt: string;
  expiresAt: string | null;
  bytes: number | null;
  /** Where the file is, while it can be taken. */
  fileUrl: string | null;
  canCancel: boolean;
}

export function exportViewOf(order: ExportOrder): ExportView {
  const { id, kind, state, reason, total, done, bytes } = order;
  return {
    id,
    kind,
    state,
    reason,
    total,
    done,
    bytes,
    orderedAt: order.orderedAt.toISOString(),
    expiresAt: order.expiresAt?.toISOString() ?? null,
    fileUrl: state === 'ready' ? `/api/v1/search/exports/${id}/file` : null,
    canCancel: state === 'waiting' || state === 'running' || state === 'ready',
  };
}
