import type { Role, Stage, StagedName } from './access-stage';

/** What a request about a matter must name to get as far as its rights: read as the owner, so that whoever asks knows everything. */
export interface Facts {
  readonly id: string;
  readonly version: number;
  readonly contentDigest: string | null;
  readonly caseVersion: number | null;
  readonly seatId: string;
  readonly attachmentIds: readonly string[];
  readonly copyDigest: string | null;
  readonly entryId: string;
  readonly circulationId: string;
}

const NO_DIGEST = '00'.repeat(32);
const NOBODYS = '01234567-89ab-7def-8123-456789abcdef';
const FACTS = {
  documents: `
    select d.id, d.version, encode(d.content_digest, 'hex') as "contentDigest", c.version as "caseVersion",
      coalesce((select s.id from approvals.seat s where s.document_id = d.id order by s.state = 'active' desc, s.opened_at desc nulls last limit 1), '${NOBODYS}') as "seatId",
      array(select a.id::text from documents.attachment a where a.document_id = d.id and a.removed_at is null order by a.sort) as "attachmentIds",
      (select encode(k.digest, 'hex') from execution.entry e join execution.clean_copy k on k.entry_id = e.id where e.document_id = d.id order by e.no desc limit 1) as "copyDigest",
      coalesce((select e.id from execution.entry e where e.document_id = d.id order by e.no desc limit 1), '${NOBODYS}') as "entryId",
      '${NOBODYS}' as "circulationId"
    from documents.document d left join approvals.approval_case c on c.document_id = d.id where d.id = $1`,
  receipts: `
    select r.id, r.version, null as "contentDigest", null as "caseVersion", '${NOBODYS}' as "seatId",
      array(select a.id::text from intake.attachment a where a.receipt_id = r.id and a.removed_at is null order by a.sort) as "attachmentIds",
      null as "copyDigest", '${NOBODYS}' as "entryId",
      coalesce((select c.id from intake.circulation c where c.subject_id = r.id limit 1), '${NOBODYS}') as "circulationId"
    from intake.receipt r where r.id = $1`,
} as const;

export async function factsOf({ town, staged }: Stage, name: StagedName): Promise<Facts> {
  const [facts] = await town.database.dataSource.query(FACTS[staged[name].kind], [staged[name].id]);
  return facts as Facts;
}

export interface Question {
  readonly facts: Facts;
  readonly role: Role;
  /** A file that the person has sent in. */
  readonly uploadId: string;
}

type Ask = (question: Question) => unknown;
const because = { reason: '確かめるため' };
const reading: Ask = () => ({
  mode: 'reading',
  readers: [{ kind: 'person', code: '1019', required: true }],
  audience: [],
});
const upload: Ask = ({ uploadId }) => ({ uploadId, label: null });
const order: Ask = ({ facts }) => ({ ids: [...facts.attachmentIds].reverse() });
const correction: Ask = () => ({ text: '直した文字', basedOn: 0 });
const acting =
  (kind: string, more: object = {}): Ask =>
  ({ facts: { seatId, caseVersion, version, contentDigest } }) => ({
    kind,
    seatId,
    expectedVersion: caseVersion ?? version,
    ...(contentDigest && { contentDigest }),
    comment: '確かめる',
    ...more,
  });

/**
 * What is asked of each writing operation about a document or a receipt: what would be done if nobody looked at who asks, as far
 * as the matter stands so that it can be done at all.
 */
export const WRITES: Readonly<Record<string, readonly Ask[]>> = {
  'POST /documents/{id}/attachments/{attachmentId}/pages/{page}/text': [correction],
  'POST /documents/{id}/attachments': [upload],
  'POST /documents/{id}/attachments/additions': [({ uploadId }) => ({ uploadId, ...because })],
  'PUT /documents/{id}/attachments/order': [order],
  'DELETE /documents/{id}/attachments/{attachmentId}': [() => ({})],
  'PATCH /documents/{id}': [() => ({ attributes: { dueOn: '2026-06-30' } })],
  'POST /documents/{id}/takeovers': [() => ({})],
  'POST /documents/{id}/redrafts': [() => ({})],
  'POST /documents/{id}/read-marks': [({ facts }) => ({ attachmentIds: facts.attachmentIds })],
  'POST /documents/{id}/revisions': [
    ({ facts: { seatId, caseVersion, contentDigest } }) => ({
      seatId,
      expectedVersion: caseVersion ?? 1,
      contentDigest: contentDigest ?? NO_DIGEST,
      fields: { body: '改める' },
      comment: '確かめる',
    }),
  ],
  'POST /documents/{id}/submissions': [({ facts }) => ({ expectedVersion: facts.version })],
  'POST /documents/{id}/acts': [
    acting('approve'),
    acting('return'),
    acting('reject'),
    acting('pull_up'),
    acting('acting_decide'),
    acting('hold', { until: '2026-06-30' }),
    acting('hand_over', { to: '1019' }),
    acting('add_seat', { addition: { kind: 'circulation', postCode: 'P01' } }),
    acting('pull_back'),
    acting('withdraw'),
  ],
  'POST /documents/{id}/instructions': [({ facts }) => ({ seatId: facts.seatId, givenOn: '2026-05-13', text: '指示' })],
  'POST /documents/{id}/execution/numbers': [() => ({})],
  'POST /documents/{id}/execution/clean-copies': [() => ({})],
  'POST /documents/{id}/execution/collations': [({ facts }) => ({ copyDigest: facts.copyDigest ?? NO_DIGEST })],
  'POST /documents/{id}/execution/seals': [
    ({ facts }) => ({ copyDigest: facts.copyDigest ?? NO_DIGEST, seal: '町長印' }),
  ],
  'POST /documents/{id}/execution/dispatches': [() => ({ channel: 'post' })],
  'POST /documents/{id}/execution/undos': [({ facts }) => ({ entryId: facts.entryId, ...because })],
  'POST /documents/{id}/execution/additions': [() => ({ label: '備考', text: '追記' })],
  'POST /documents/{id}/execution/waivers': [() => because],
  'POST /documents/{id}/execution/abandonments': [() => because],
  'POST /documents/{id}/execution/follow-ups': [() => ({ parentDocumentId: null })],
  'POST /documents/{id}/closure': [() => ({})],
  'POST /documents/{id}/event': [() => ({ eventOn: '2026-05-13', ...because })],
  'POST /documents/{id}/refiling': [() => ({ classCode: '1', ...because })],
  'POST /documents/{id}/circulations': [reading],
  'POST /receipts/{id}/circulations': [reading],
  'POST /receipts/{id}/receipt': [() => ({ numbered: true })],
  'POST /receipts/{id}/acceptance': [() => ({})],
  'POST /receipts/{id}/endings': [() => ({ kind: 'not_needed', ...because })],
  'POST /receipts/{id}/routings': [() => ({ toSection: 'S23', ...because })],
  'POST /receipts/{id}/undoings': [() => because],
  'POST /receipts/{id}/drafts': [() => ({ matterType: 'notice' })],
  'POST /receipts/{id}/attachments': [upload],
  'PUT /receipts/{id}/attachments/order': [order],
  'DELETE /receipts/{id}/attachments/{attachmentId}': [() => ({})],
  'POST /receipts/{id}/attachments/{attachmentId}/pages/{page}/text': [correction],
  'PATCH /receipts/{id}': [() => ({ note: '改める' })],
};
