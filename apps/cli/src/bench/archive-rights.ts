import type { Client } from 'pg';
import type { SearchableDocument } from '@fubako/search';
import { SECTIONS, seeded } from './archive-corpus';

/** Every so many entries is a receipt (収受). */
const RECEIPT_EVERY = 6;
const ENDINGS = ['receipt_open', 'receipt_read', 'receipt_drafted', 'receipt_drafted', 'receipt_not_needed'];
const STAFF_EACH = 12;
const EVERYBODY = '*';

/** Who is concerned with an entry, beside its section: what the reading policies ask for. */
export interface Rights {
  /** 職員番号 of those who drafted, decided or read. */
  readonly participants: readonly string[];
  /** Sections that have or had a receipt. */
  readonly holders: readonly string[];
  /** Sections to which a receipt was circulated (回覧); `*` is everybody. */
  readonly audience: readonly string[];
}

export interface ArchivedEntry {
  readonly document: SearchableDocument;
  readonly rights: Rights;
}

/** The document as it is, or a receipt made of it, and who may read it; the same for one index every time. */
export function archived(document: SearchableDocument, index: number): ArchivedEntry {
  const random = seeded(index + 1);
  const section = () => Math.floor(random() ** 2.2 * SECTIONS);
  const person = () => `s${String(section() * STAFF_EACH + Math.floor(random() * STAFF_EACH)).padStart(5, '0')}`;
  const concerned = Array.from({ length: 1 + Math.floor(random() * 4) }, person);
  const participants = [...new Set([document.drafterStaffNo, ...concerned])];
  if (index % RECEIPT_EVERY !== 0) return { document, rights: { participants, holders: [], audience: [] } };
  const passedOn = random() < 0.15 ? [`u${section()}`] : [];
  const audience = random() < 0.2 ? (random() < 0.1 ? [EVERYBODY] : [`u${section()}`, `u${section()}`]) : [];
  return {
    document: {
      ...document,
      kind: 'receipt',
      state: ENDINGS[Math.floor(random() * ENDINGS.length)] ?? 'receipt_open',
      matterType: 'receipt.letter',
      matterTypeName: '文書',
      drafterName: '',
      sender: `${document.drafterName}商店`,
      deciderNames: [],
      decided: false,
      amount: null,
    },
    rights: {
      participants,
      holders: [...new Set([document.ownerUnit, ...passedOn])],
      audience: [...new Set(audience)],
    },
  };
}

/** Writes who may read what, for the reading policies of documents and receipts alone: without the documents themselves. */
export class ArchiveRights {
  constructor(private readonly client: Client) {}

  async empty(): Promise<void> {
    // Neither foreign keys nor the ledger of a throw-away database is asked.
    await this.client.query('set session_replication_role = replica');
    await this.client.query(
      'truncate documents.participant, intake.participant, intake.held, intake.circulation, intake.audience cascade',
    );
  }

  async write(entries: readonly ArchivedEntry[]): Promise<void> {
    const rows = entries.map(({ document, rights }) => ({
      id: document.documentId,
      receipt: document.kind === 'receipt',
      ...rights,
    }));
    await this.client.query(
      `with entry as materialized (select * from json_to_recordset($1) r(id uuid, receipt boolean, participants text[], holders text[], audience text[])),
      seats as (insert into documents.participant (document_id, staff_no, since) select id, p, now() from entry, unnest(participants) p where not receipt),
      readers as (insert into intake.participant (receipt_id, staff_no, since) select id, p, now() from entry, unnest(participants) p where receipt),
      holders as (insert into intake.held (receipt_id, section_code, since) select id, h, now() from entry, unnest(holders) h),
      circulations as (insert into intake.circulation (id, subject_kind, subject_id, mode, title, section_code, section_name, started_at, started_by, started_by_name, started_by_post)
        select id, 'receipt', id, 'broadcast', '回覧', '', '', now(), '', '', '' from entry where audience <> '{}')
      insert into intake.audience (circulation_id, section_code, section_name) select id, a, a from entry, unnest(audience) a`,
      [JSON.stringify(rows)],
    );
  }

  /** What was written, for the copies of the documents too. */
  async repeat(copy: number): Promise<void> {
    await this.client.query(
      `with seats as (insert into documents.participant (document_id, staff_no, since)
          select bench.copy_of(document_id, $1), staff_no, since from documents.participant where bench.is_generated(document_id)),
        readers as (insert into intake.participant (receipt_id, staff_no, since)
          select bench.copy_of(receipt_id, $1), staff_no, since from intake.participant where bench.is_generated(receipt_id)),
        holders as (insert into intake.held (receipt_id, section_code, since)
          select bench.copy_of(receipt_id, $1), section_code, since from intake.held where bench.is_generated(receipt_id)),
        circulations as (insert into intake.circulation (id, subject_kind, subject_id, mode, title, section_code, section_name, started_at, started_by, started_by_name, started_by_post)
          select bench.copy_of(id, $1), subject_kind, bench.copy_of(subject_id, $1), mode, title, section_code, section_name, started_at, started_by, started_by_name, started_by_post
          from intake.circulation where bench.is_generated(id))
      insert into intake.audience (circulation_id, section_code, section_name)
        select bench.copy_of(circulation_id, $1), section_code, section_name from intake.audience where bench.is_generated(circulation_id)`,
      [copy],
    );
  }

  async finish(): Promise<void> {
    await this.client.query('set session_replication_role = default');
    await this.client.query(
      'vacuum analyze documents.participant, intake.participant, intake.held, intake.circulation, intake.audience',
    );
  }
}
