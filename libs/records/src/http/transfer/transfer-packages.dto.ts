import { ApiProperty } from '@nestjs/swagger';
import { PACKAGE_STATES, type PackageRow, type PackageState } from '../../data/transfer/package-rows';

/** 移管資料: how far it is. */
export class TransferPackageView {
  @ApiProperty({ enum: PACKAGE_STATES })
  state: PackageState;

  /** Documents in the files that are handed over, and those that were looked at so far. */
  total: number;
  done: number;
  /** Documents that I may not read: named in the manifest, not packed. */
  withheld: number;
  orderedAt: string;
  expiresAt: string | null;
  bytes: number | null;
  sha256: string | null;
  /** Where the file is, while it can be taken. */
  fileUrl: string | null;
}

export class TransferPackageDesk {
  /** Whether I may have one made. */
  mayOrder: boolean;
  /** My latest one. */
  latest: TransferPackageView | null;
}

export function packageViewOf(row: PackageRow): TransferPackageView {
  const { batchId, state, total, done, withheld, bytes, sha256 } = row;
  return {
    state,
    total,
    done,
    withheld,
    orderedAt: row.orderedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    bytes,
    sha256,
    fileUrl: state === 'ready' ? `/api/v1/disposal-batches/${batchId}/package/file` : null,
  };
}
