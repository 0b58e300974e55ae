import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Language, PAGE_LIMIT_DEFAULT, type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { NoticeRows } from '../data/notice-rows';
import type { Notice, NoticeKind, NoticeSubject } from './notice';
import { noticeText } from './notice-words';

export interface NoticeView {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly subjectKind: NoticeSubject;
  readonly documentId: string;
  readonly title: string;
  readonly text: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** The notices of one person, latest first, worded in the language of the reader. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: NoticeRows,
  ) {}

  /** @throws DomainError request.bad-cursor */
  run(
    actor: Actor,
    cursor: string | undefined,
    language: Language,
  ): Promise<Page<NoticeView> & { readonly unread: number }> {
    const before = positionOf(cursor);
    return this.uow.read(async () => {
      const rows = await this.rows.page(actor.staffNo, before, PAGE_LIMIT_DEFAULT);
      const unread = await this.rows.unread(actor.staffNo);
      return {
        ...pageOf(rows, PAGE_LIMIT_DEFAULT, { map: (row) => viewOf(row, language), keyOf: ({ id }) => [id] }),
        unread,
      };
    });
  }
}

function positionOf(cursor: string | undefined): string | null {
  const [id = null] = decodeCursor(cursor, ['uuid']) ?? [];
  return id === null ? null : String(id);
}

function viewOf(
  { id, kind, subjectKind, documentId, facts, createdAt, readAt }: Notice,
  language: Language,
): NoticeView {
  const words = noticeText(kind, facts, language);
  return {
    id,
    kind,
    subjectKind,
    documentId,
    ...words,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
