import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { SUBTREE_LEAVES, inclusionProof, largestPowerBelow, nodeHash, rootOfLeaves } from '../core/merkle';
import { EvidenceRows, type SealedRow } from '../data/evidence-rows';
import { LeafRows } from '../data/leaf-rows';
import type { SubjectKey } from '../data/ledger-rows';
import { SealerKey } from '../data/sealer-key';
import { TimestampRows } from '../data/timestamp-rows';

/** What proves the course of one subject to somebody who has nothing but it and the key of the sealer. */
export interface Evidence {
  readonly checkpoint: string;
  /** TIME-3 Token of an authority over the checkpoint, where one is over all of this. */
  readonly timestamp: Buffer | null;
  readonly verifierKey: string | null;
  readonly entries: readonly {
    readonly position: number;
    readonly canonical: string;
    readonly proof: readonly string[];
  }[];
  readonly rows: readonly (SealedRow & { readonly proof: readonly string[] })[];
}

/** 証拠: entries and rows of a subject, each with its way to the root that the sealer has signed (EVI-1). Reads only. */
@Injectable()
export class EvidenceOf {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EvidenceRows,
    private readonly leaves: LeafRows,
    private readonly sealer: SealerKey,
    private readonly timestamps: TimestampRows,
  ) {}

  /** @param tables whose rows of the subject are proven. @returns null while something of it waits for the sealer */
  run(subject: SubjectKey, tables: readonly string[]): Promise<Evidence | null> {
    return this.uow.read(async () => {
      const last = await this.leaves.lastCheckpoint();
      if (!last || (await this.rows.unsealed(subject, last.size)) > 0) return null;
      const found = await this.rows.entries(subject, last.size);
      const lines: SealedRow[] = [];
      for (const table of tables) lines.push(...(await this.rows.rows(table, subject.id, last.size)));
      const highest = [...found, ...lines].reduce((most, { position }) => Math.max(most, position), 0);
      const stamped = await this.timestamps.over(highest);
      const proofOf = await this.prover((stamped ?? last).size);
      const entries = [];
      for (const { position, canonical } of found)
        entries.push({ position, canonical: canonical.toString('base64'), proof: await proofOf(position) });
      const rows = [];
      for (const row of lines) rows.push({ ...row, proof: await proofOf(row.position) });
      const checkpoint = (stamped ?? last).note;
      return { checkpoint, timestamp: stamped?.token ?? null, verifierKey: this.sealer.verifierKey(), entries, rows };
    });
  }

  private async prover(size: number): Promise<(position: number) => Promise<string[]>> {
    const subtrees = await this.rows.subtrees();
    const known = new Map<string, Promise<Buffer>>();
    const rootOf = (start: number, end: number): Promise<Buffer> => {
      const key = `${start}-${end}`;
      const root = known.get(key) ?? this.root({ start, end, subtrees }, rootOf);
      known.set(key, root);
      return root;
    };
    return async (position) => (await inclusionProof(position, size, rootOf)).map((hash) => hash.toString('hex'));
  }

  private async root(
    { start, end, subtrees }: { start: number; end: number; subtrees: readonly Buffer[] },
    rootOf: (start: number, end: number) => Promise<Buffer>,
  ): Promise<Buffer> {
    const width = end - start;
    const whole = width === SUBTREE_LEAVES ? subtrees[start / SUBTREE_LEAVES] : undefined;
    if (whole) return whole;
    if (width <= SUBTREE_LEAVES) return rootOfLeaves(await this.leaves.hashes(start, width));
    const middle = start + largestPowerBelow(width);
    return nodeHash(await rootOf(start, middle), await rootOf(middle, end));
  }
}
