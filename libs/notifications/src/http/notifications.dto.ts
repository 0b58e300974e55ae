import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID, Matches, ValidateIf } from 'class-validator';
import type { NoticeKind, NoticeSubject } from '../app/notice';

export class ListNotificationsQuery {
  /** `nextCursor` of the page before. */
  @IsOptional()
  @Matches(/^[\w-]{1,400}$/)
  cursor?: string;
}

export class MarkNoticesReadRequest {
  /** Ids of notices, or `all`. */
  @ApiProperty({
    oneOf: [
      { type: 'array', maxItems: 500, items: { type: 'string', format: 'uuid' } },
      { type: 'string', enum: ['all'] },
    ],
  })
  @ValidateIf(({ ids }: MarkNoticesReadRequest) => ids !== 'all')
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  ids: string[] | 'all';
}

/** お知らせ */
export class NotificationView {
  id: string;
  kind: NoticeKind;
  /** What `documentId` is the id of. */
  subjectKind: NoticeSubject;
  documentId: string;
  /** 件名 */
  title: string;
  /** What happened and what to do, in the reader's language. */
  text: string;
  createdAt: string;
  readAt: string | null;
}

export class NotificationPage {
  items: NotificationView[];
  nextCursor: string | null;
  /** How many of all are unread. */
  unread: number;
}
