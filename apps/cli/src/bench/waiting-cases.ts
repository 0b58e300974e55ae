import type { Client } from 'pg';
import { Clerk } from './clerk';

/** One open seat of the department head, as the inbox would show it. */
export interface WaitingCase {
  readonly documentId: string;
  readonly seatId: string;
  readonly version: number;
  readonly contentDigest: string;
}

/** At whose desk cases wait, who has approved them before, and the first draft number that copies may take. */
export interface Desk {
  readonly login: string;
  readonly staffNo: string;
  readonly before: readonly string[];
  readonly firstSerial: number;
}

/** 江藤 信一, 健康福祉部長, decides contracts of this size. */
export const DECIDER: Desk = {
  login: 'eto',
  staffNo: '1006',
  // The records clerk of the section reviews contracts before the decision (RULE-20).
  before: ['goto', 'fukagawa', 'takarabe', 's1055'],
  firstSerial: 100,
};
/** 深川 直美, 福祉課長, approves them on their way: no number, no filing. */
export const APPROVER: Desk = { login: 'fukagawa', staffNo: '1016', before: ['goto'], firstSerial: 500_000 };
const TEMPLATES = 10;

/**
 * Cases that wait at a desk. The first ten come through the use cases over HTTP; all others are copies of them
 * with ids and numbers of their own, made by set-based SQL: rows as the use cases write them, in all their tables.
 */
export class WaitingCases {
  private copied = 0;

  private constructor(
    private readonly client: Client,
    private readonly desk: Desk,
    private readonly templates: readonly string[],
  ) {}

  static async prepare(client: Client, url: string, desk: Desk): Promise<WaitingCases> {
    const templates: string[] = [];
    for (let n = 0; n < TEMPLATES; n++) templates.push(await submitted(url, n, desk));
    return new WaitingCases(client, desk, templates);
  }

  /** Puts `count` more documents into the search index. */
  async fillIndex(count: number): Promise<void> {
    await this.client.query('select bench.fill_index($1::uuid[], $2)', [this.templates, count]);
  }

  /** Copies until `count` wait beside the templates. */
  async topUp(count: number): Promise<void> {
    const missing = count - (await this.waiting());
    if (missing <= 0) return;
    await this.client.query('select bench.copy_cases($1::uuid[], $2, $3, $4)', [
      this.templates,
      this.desk.firstSerial,
      this.copied,
      missing,
    ]);
    this.copied += missing;
    await this.client.query('analyze');
  }

  async take(count: number): Promise<WaitingCase[]> {
    const { rows } = await this.client.query<WaitingCase>(
      `select s.document_id as "documentId", s.id as "seatId", c.version, encode(c.content_digest, 'hex') as "contentDigest"
       from approvals.seat s join approvals.approval_case c on c.document_id = s.document_id
       where s.principal = $1 and s.state = 'active' and not s.document_id = any($2::uuid[]) order by s.document_id limit $3`,
      [this.desk.staffNo, this.templates, count],
    );
    if (rows.length !== count) throw new Error(`${count} waiting cases were needed, ${rows.length} are there.`);
    return rows;
  }

  private async waiting(): Promise<number> {
    const { rows } = await this.client.query<{ n: number }>(
      `select count(*)::int as n from approvals.seat
       where principal = $1 and state = 'active' and not document_id = any($2::uuid[])`,
      [this.desk.staffNo, this.templates],
    );
    return rows[0]?.n ?? 0;
  }
}

/** A contract drafted in the 福祉係 and approved up to the desk. @returns its id */
export async function submitted(url: string, n: number, desk: Desk): Promise<string> {
  const hara = await Clerk.signIn(url, 'hara');
  const fields = {
    subject: `高齢者見守り業務委託契約の締結について(第${n + 1}地区)`,
    counterparty: '株式会社浜見サービス',
    amount: 1_200_000 + n * 1000,
    method: '一般競争入札',
    reason: '前年度の実績を踏まえ、専門の事業者に委託する必要があるため。'.repeat(n + 1),
    term: '契約締結の日から令和9年3月31日まで',
    budgetItem: '3款1項2目12節',
    accountingYear: 2026,
  };
  const { id, version } = await hara.send<{ id: string; version: number }>('POST', '/documents', {
    body: { matterType: 'contract', fields },
  });
  await hara.send('POST', `/documents/${id}/submissions`, { body: { expectedVersion: version } });
  for (const login of desk.before) await approve(await Clerk.signIn(url, login), id);
  return id;
}

export async function approve(clerk: Clerk, documentId: string): Promise<void> {
  const approval = await clerk.send<{
    version: number;
    contentDigest: string;
    allowed: { kind: string; seatId: string }[];
  }>('GET', `/documents/${documentId}/approval`);
  const seat = approval.allowed.find(({ kind }) => kind === 'approve');
  await clerk.send('POST', `/documents/${documentId}/acts`, {
    body: {
      kind: 'approve',
      seatId: seat?.seatId,
      expectedVersion: approval.version,
      contentDigest: approval.contentDigest,
    },
  });
}
