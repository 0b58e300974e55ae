import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CalendarDay } from '@fubako/platform/http';

export class FileRegisterRequest {
  @IsOptional()
  @IsIn(['public', 'internal'])
  edition: 'public' | 'internal' = 'internal';

  /** The register as it was at the end of this day; today when left out. */
  @IsOptional()
  @CalendarDay()
  asOf?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1868)
  @Max(9997)
  fiscalYear?: number;

  /** Code of a section. */
  @IsOptional()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/)
  unit?: string;
}

export class FileRegisterLineView {
  fileId: string;
  classCode: string;
  classNames: string[];
  title: string;
  volume: number;
  fiscalYear: number;
  managerThen: string;
  managerNow: string;
  startsOn: string | null;
  retentionLabel: string;
  expiresOn: string | null;
  /** 永年, 常用: no expiry; otherwise none stands for not known yet. */
  endless: boolean;
  medium: string;
  place: string;
  disposition: string;
  state: string;
}

export class FileRegisterView {
  asOf: string;
  items: FileRegisterLineView[];
  /** Whether more files match than are shown; the CSV has all of them. */
  more: boolean;
  /** `issue` */
  allowed: string[];
}

export class FileRegisterIssueView {
  id: string;
  asOf: string;
  issuedAt: string;
  issuedByName: string;
  files: number;
  /** SHA-256 of the list, as the ledger has it. */
  sha256: string;
}

export class FileRegisterIssuesView {
  items: FileRegisterIssueView[];
}
