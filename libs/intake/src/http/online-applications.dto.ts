import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, Matches, ValidateNested } from 'class-validator';
import { CONFIDENTIALITIES, type Confidentiality } from '@fubako/documents';
import { CalendarDay, JpText } from '@fubako/platform/http';
import { AttachToReceiptRequest, CODE, INSTANT } from './receipts.dto';

/** 受付番号 as portals write them. */
export const APPLICATION_NUMBER = /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/;

/** オンライン申請 as an intake system hands it in. */
export class OnlineApplicationRequest {
  /** Short name of the portal. */
  @Matches(CODE)
  portal: string;

  /** 受付番号: handed in again, it is answered with the receipt that is there. */
  @Matches(APPLICATION_NUMBER)
  applicationNumber: string;

  /** 到達日時 at the portal, as an ISO instant. */
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  arrivalAt: string;

  /** Code of the section it is for. */
  @Matches(CODE)
  section: string;

  /** 収受の種別; `general` when absent. Says from which series the section takes the number. */
  @IsOptional()
  @Matches(CODE)
  kind?: string;

  /** 手続の名称など */
  @JpText({ min: 1, max: 200 })
  @Matches(/\S/)
  subject: string;

  /** 申請者 */
  @JpText({ min: 1, max: 200 })
  @Matches(/\S/)
  sender: string;

  @IsOptional()
  @JpText({ max: 2000, multiline: true })
  note?: string | null;

  @IsOptional()
  @IsIn(CONFIDENTIALITIES)
  confidentiality?: Confidentiality;

  /** 標準処理期間の満了日など */
  @IsOptional()
  @CalendarDay()
  replyDueOn?: string | null;

  /** 申請データと添付書類, uploaded before by the same account, in their order. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AttachToReceiptRequest)
  uploads: AttachToReceiptRequest[] = [];
}
