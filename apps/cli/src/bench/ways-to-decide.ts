import { randomUUID } from 'node:crypto';
import type { Client, Pool } from 'pg';
import type { Clerk } from './clerk';
import { APPROVER, DECIDER, type WaitingCase } from './waiting-cases';

/** The same decisions by different ways. Each fails when one of them was not made. */
export class WaysToDecide {
  constructor(
    private readonly client: Client,
    private readonly clerk: Clerk,
  ) {}

  async bulk(items: readonly WaitingCase[]): Promise<void> {
    const { applied } = await this.clerk.send<{ applied: number }>('POST', '/bulk-approvals', { body: { items } });
    if (applied !== items.length) throw new Error(`Of ${items.length} only ${applied} were decided.`);
  }

  async single({ documentId, seatId, version, contentDigest }: WaitingCase, clerk = this.clerk): Promise<void> {
    const act = { kind: 'approve', seatId, expectedVersion: version, contentDigest };
    await clerk.send('POST', `/documents/${documentId}/acts`, { body: act });
  }

  async floor(items: readonly WaitingCase[], answer: string | null): Promise<void> {
    const { rows } = await this.client.query<{ n: number }>(
      'select bench.decide($1, $2, $3::uuid[], $4::uuid[], $5::int[], $6) as n',
      [
        DECIDER.staffNo,
        randomUUID(),
        items.map(({ documentId }) => documentId),
        items.map(({ seatId }) => seatId),
        items.map(({ version }) => version),
        answer,
      ],
    );
    if (rows[0]?.n !== items.length) throw new Error(`Of ${items.length} the floor decided ${rows[0]?.n ?? 0}.`);
  }

  /** An act on the way, by hand; many connections may do it at once. */
  async floorAct({ documentId, seatId, version }: WaitingCase, answer: string, by: Client | Pool): Promise<void> {
    const values = [APPROVER.staffNo, randomUUID(), documentId, seatId, version, answer];
    await by.query({ name: 'act', text: 'select bench.approve($1, $2, $3, $4, $5, $6)', values });
  }
}
