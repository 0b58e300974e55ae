import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@fubako/kernel';
import { type DocumentCard, DocumentReading } from '@fubako/documents';
import { type Evidence, EvidenceOf, Ledger } from '@fubako/ledger';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ZipFile, type ZippedFile, safeName } from '@fubako/platform/zip';
import { Objects, type OutgoingFile } from '@fubako/scans';
import { refuse } from '../../errors';
import { DrawApprovalSheet } from '../draw-approval-sheet';
import { guideOf } from './evidence-guide';

/** Tables whose rows of the matter are proven: its acts, and its files with those added after the decision. */
const PROVEN = ['approvals.act', 'documents.attachment'] as const;

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8');

/**
 * 証拠一式 (EVI-1, EVI-3): everything that shows what was decided, by whom and when, to somebody without this system. What it lists is noted
 * in the ledger when it is handed out.
 */
@Injectable()
export class WriteEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentReading,
    private readonly sheets: DrawApprovalSheet,
    private readonly objects: Objects,
    private readonly evidence: EvidenceOf,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError documents.not-found, documents.content-erased, approvals.not-decided-yet, approvals.not-sealed-yet */
  async run(documentId: string, actor: Actor): Promise<OutgoingFile> {
    const matter = await this.look(documentId, actor);
    const folder = await mkdtemp(join(tmpdir(), 'fubako-evidence-'));
    try {
      const path = join(folder, 'evidence.zip');
      const manifest = await this.write(path, matter, actor);
      await this.uow.run(async () => {
        const facts = { of: `document/${documentId}`, manifest };
        const subject = { kind: 'evidence', id: documentId };
        this.ledger.record({ subject, kind: 'approvals.evidence-issued', actor: actor.staffNo, facts });
      });
      const { size } = await stat(path);
      const { card } = matter;
      const stream = createReadStream(path).once('close', () => void rm(folder, { recursive: true, force: true }));
      const fileName = `証拠一式_${safeName(card.dispatchNumber ?? card.draftNumber ?? card.title)}.zip`;
      return { fileName, mediaType: 'application/zip', bytes: size, stream };
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private look(documentId: string, actor: Actor): Promise<Matter> {
    return this.uow.read(async () => {
      const card = await this.documents.readable(documentId, actor);
      if (card.decidedAt === null) throw refuse('approvals.not-decided-yet', { documentId });
      const content = await this.documents.contentBytes(card);
      const attachments = await this.documents.attachments([documentId]);
      const evidence = await this.evidence.run({ kind: 'document', id: documentId }, PROVEN);
      if (!evidence) throw refuse('approvals.not-sealed-yet', { documentId });
      return { card, content, attachments, evidence };
    });
  }

  /** @returns SHA-256 of its list of files */
  private async write(path: string, { card, content, attachments, evidence }: Matter, actor: Actor): Promise<string> {
    const zip = new ZipFile(path);
    const { bytes: sheet } = await this.sheets.run(card.id, actor);
    const { checkpoint, timestamp, verifierKey, entries, rows } = evidence;
    const files: ZippedFile[] = [];
    const add = async (name: string, source: AsyncIterable<Buffer> | readonly Buffer[]) =>
      void files.push(await zip.add(name, source));
    await add('README.html', [
      Buffer.from(guideOf(card, { verifierKey, entries: entries.length, stamped: timestamp !== null }), 'utf8'),
    ]);
    await add('approval-sheet.pdf', [Buffer.from(sheet)]);
    await add('content.json', [content]);
    for (const [index, { sha256, file_name: name }] of attachments.entries()) {
      const { stream } = await this.objects.open(sha256);
      await add(`attachments/${String(index + 1).padStart(2, '0')}_${safeName(name)}`, stream);
    }
    await add('ledger/checkpoint.txt', [Buffer.from(checkpoint, 'utf8')]);
    if (timestamp !== null) await add('ledger/timestamp.tst', [timestamp]);
    if (verifierKey !== null) await add('ledger/verifier-key.txt', [Buffer.from(`${verifierKey}\n`, 'utf8')]);
    await add('ledger/entries.json', [json({ entries })]);
    await add('ledger/rows.json', [json({ rows })]);
    const listed = files.map(({ path: name, sha256 }) => ({ name, sha256 }));
    const manifest = json({ files: listed, format: 'fubako-evidence-1' });
    await zip.add('manifest.json', [manifest]);
    await zip.close();
    return sha256Hex(manifest);
  }
}

interface Matter {
  readonly card: DocumentCard;
  readonly content: Buffer;
  readonly attachments: readonly { readonly sha256: string; readonly file_name: string }[];
  readonly evidence: Evidence;
}
