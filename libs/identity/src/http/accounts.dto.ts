import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { JpText } from '@fubako/platform/http';
import { ACCOUNT_CHANGES, type AccountChange } from '../app/change-account';

export const STAFF_NO = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

export class AccountsQuery {
  /** Part of a name, a reading, a login or a number. */
  @IsOptional()
  @JpText({ max: 100 })
  words?: string;
}

export class NewAccountBody {
  @Matches(STAFF_NO)
  staffNo: string;
}

export class ProvisionBody {
  /** 職員番号 of the people who need an account. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(STAFF_NO, { each: true })
  staffNos: string[];
}

export class ReasonBody {
  /** Kept in the ledger. */
  @JpText({ min: 1, max: 2000, multiline: true })
  reason: string;
}

export class AccountChangeBody extends ReasonBody {
  @IsIn(ACCOUNT_CHANGES)
  @ApiProperty({ enum: ACCOUNT_CHANGES })
  change: AccountChange;
}

export class TemporaryPassword {
  /** Shown once; holds until the first sign-in. */
  password: string;
}

export class ProvisionedView {
  staffNo: string;
  @ApiProperty({ type: String, nullable: true })
  password: string | null;
  /** Code of the refusal. */
  @ApiProperty({ type: String, nullable: true })
  refusal: string | null;
}

export class ProvisionResult {
  items: ProvisionedView[];
}

export class AccountLineView {
  staffNo: string;
  name: string;
  kana: string;
  login: string;
  @ApiProperty({ enum: ['none', 'open', 'temporary', 'disabled'] })
  state: 'none' | 'open' | 'temporary' | 'disabled';
  /** Of the sample town. */
  demo: boolean;
  hasTotp: boolean;
  passkeys: number;
  openSessions: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  seenAt: string | null;
}

export class AccountList {
  /** At most a hundred. */
  items: AccountLineView[];
}
