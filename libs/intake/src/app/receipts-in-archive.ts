import { Injectable } from '@nestjs/common';
import { DomainError, localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import type { Sql } from '@fubako/platform/database';
import { PageTexts } from '@fubako/scans';
import {
  type EntryColumns,
  type SearchableDocument,
  type SearchableText,
  SearchSubject,
  SearchSubjects,
  type SubjectContent,
} from '@fubako/search';
import { type ArchivedReceipt, ArchivedReceiptRows } from '../data/archived-receipt-rows';
import { readableAmongMany } from './policy';
import { ReceiptDesk } from './receipt-desk';

/** 収受 in the archive search: found by all that its readers read, by those who may read it, whether a draft came of it or not. */
@Injectable()
export class ReceiptsInArchive extends SearchSubject {
  readonly kind = 'receipt';

  constructor(
    subjects: SearchSubjects,
    private readonly rows: ArchivedReceiptRows,
    private readonly pages: PageTexts,
    private readonly desk: ReceiptDesk,
  ) {
    super();
    subjects.offer(this);
  }

  async of(ids: readonly string[]): Promise<SearchableDocument[]> {
    const receipts = await this.rows.of(ids);
    const shas = new Set(receipts.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
    const pages = shas.size > 0 ? await this.pages.of([...shas]) : new Map();
    return receipts.map((row) => searchableOf(row, [...wordsOf(row), ...filesOf(row, pages)]));
  }

  idsAfter(after: string | null, limit: number): Promise<string[]> {
    return this.rows.idsAfter(after, limit);
  }

  carriersOf(sha256: string): Promise<string[]> {
    return this.rows.carriersOf(sha256);
  }

  readable(actor: Actor, { id, confidentiality, confidentialUntil, section }: EntryColumns): Sql {
    return readableAmongMany(actor, { id, confidentiality, confidentialUntil, section });
  }

  async content(id: string, actor: Actor): Promise<SubjectContent | null> {
    try {
      await this.desk.read(id, actor);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'intake.not-found') return null;
      throw error;
    }
    const [row] = await this.rows.of([id]);
    return row ? contentOf(row) : null;
  }
}

function searchableOf(row: ArchivedReceipt, texts: readonly SearchableText[]): SearchableDocument {
  const numbers = [row.receipt_number, row.sender_number, row.application_number];
  return {
    documentId: row.id,
    kind: 'receipt',
    sortOn: localDateAt(row.received_at ?? row.arrival_at),
    state: `receipt_${row.ending ?? 'open'}`,
    matterType: `receipt.${row.kind}`,
    matterTypeName: row.kind_name,
    drafterStaffNo: row.registered_by,
    drafterName: '',
    sender: row.sender,
    deciderNames: [],
    decided: false,
    ownerUnit: row.section_code,
    sectionName: row.section_name,
    confidentiality: row.confidentiality,
    confidentialUntil: row.confidential_until,
    amount: null,
    attachmentCount: row.files.length,
    title: row.subject,
    number: row.receipt_number,
    numbers: numbers.filter((number) => number !== null),
    texts,
  };
}

function wordsOf(row: ArchivedReceipt): SearchableText[] {
  const words = [row.note, row.back_dating_reason, row.registered_by_name];
  return [
    ...words.flatMap((text): SearchableText[] => (text === null ? [] : [{ source: 'body', text }])),
    ...row.reasons.map((text): SearchableText => ({ source: 'comment', text })),
    { source: 'counterpart', text: row.sender },
  ];
}

/** Names, labels and pages of the files, in the order in which they came. */
function filesOf(
  { files }: ArchivedReceipt,
  pages: ReadonlyMap<string, readonly { page: number; text: string }[]>,
): SearchableText[] {
  return files.flatMap(({ id: attachmentId, label, fileName, sha256 }) => [
    ...[label, fileName].flatMap((text): SearchableText[] =>
      text === null ? [] : [{ source: 'attachment', text, attachmentId }],
    ),
    ...(pages.get(sha256) ?? []).map(({ page, text }): SearchableText => ({
      source: 'attachment',
      text,
      attachmentId,
      page,
    })),
  ]);
}

function contentOf(row: ArchivedReceipt): SubjectContent {
  const texts = [
    { label: '発信者', text: row.sender },
    { label: '発信者の文書番号', text: row.sender_number },
    { label: '備考', text: row.note },
    { label: '処理の理由', text: row.reasons.length > 0 ? row.reasons.join('\n') : null },
  ];
  return {
    title: row.subject,
    number: row.receipt_number,
    texts: texts.flatMap(({ label, text }) => (text === null ? [] : [{ label, text }])),
    attachments: row.files,
  };
}
