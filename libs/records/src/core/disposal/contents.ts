import { canonicalBytes, sha256 } from '@fubako/kernel';
import { type Measure } from './measure';
import type { FileFacts } from './obstacle';

/** DISP-7 What a file holds and until when, as one digest: what is agreed and decided is this and nothing else. */
export function contentsDigest(fileId: string, { expiresOn, documents, papers }: FileFacts): Buffer {
  const ids = documents.map(({ documentId }) => documentId).toSorted();
  const paper = papers.map(({ paperId }) => paperId).toSorted();
  const known = { file: fileId, expiresOn, documents: ids };
  return sha256(canonicalBytes(paper.length > 0 ? { ...known, papers: paper } : known));
}

/** 件数: documents and papers. A file of paper in which nothing is registered one by one counts as one. */
export function countOf({ documents, papers, medium }: Pick<FileFacts, 'documents' | 'papers' | 'medium'>): number {
  return Math.max(documents.length + papers.length, medium === 'paper' ? 1 : 0);
}

/** An item as the decision names it. */
export interface DecidedItem {
  readonly fileId: string;
  readonly title: string;
  readonly fiscalYearLabel: string;
  readonly volume: number;
  readonly documentCount: number;
  readonly retentionLabel: string;
  readonly measure: Measure;
  readonly extendYears: number | null;
  readonly reason: string | null;
}

const MEASURE_WORDS = { destroy: '廃棄', transfer: '移管', extend: '延長' } as const;

/** One line for each file, in the words of the paper that is decided on. */
export function lineOf(item: DecidedItem): string {
  const { title, fiscalYearLabel, volume, documentCount, retentionLabel, measure, extendYears, reason } = item;
  const term = measure === 'extend' ? `${extendYears ?? ''}年` : '';
  const ground = reason === null || reason === '' ? '' : ` 理由: ${reason.replaceAll(/\s+/gu, ' ')}`;
  return `【${MEASURE_WORDS[measure]}${term}】${title} ${fiscalYearLabel} 第${volume}冊 ${documentCount}件 保存${retentionLabel}${ground}`;
}

/** DISP-10 What the decision says of the files, as one digest: another list is another decision. */
export function linesDigest(items: unknown, important: unknown): Buffer {
  return sha256(canonicalBytes({ items: Array.isArray(items) ? items : [], important: important === true }));
}
