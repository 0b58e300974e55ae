import { Injectable } from '@nestjs/common';
import { Objects } from '@fubako/scans';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type ZipFile, type ZippedFile, folderOf, safeName } from '@fubako/platform/zip';
import type { SubjectKind } from '../core/searchable-document';
import type { ListedHit } from '../data/archive-rows';
import { SearchSubjects } from './search-subjects';

export interface PackedDocument {
  readonly kind: SubjectKind;
  readonly documentId: string;
  readonly title: string;
  readonly number: string | null;
  readonly files: readonly ZippedFile[];
}

/** Puts one document or receipt with its files into a package, if its reader may still read it at this moment (SEA-34). */
@Injectable()
export class WritePackage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subjects: SearchSubjects,
    private readonly objects: Objects,
  ) {}

  /** @param n place in the package from 1. @returns null when the document may no longer be read; nothing of it is written */
  async add(zip: ZipFile, hit: ListedHit, { n, actor }: { n: number; actor: Actor }): Promise<PackedDocument | null> {
    const found = await this.look(hit, actor);
    if (!found) return null;
    const { title, number, texts } = found;
    const folder = folderOf(n, { number, title });
    const words = [title, number ?? '', ...texts.map(({ label, text }) => `【${label}】\n${text}`)].join('\n\n');
    const files = [await zip.add(`${folder}/本文.txt`, [Buffer.from(`\uFEFF${words}\n`)])];
    for (const [index, { sha256, fileName }] of found.attachments.entries()) {
      if (!(await this.look(hit, actor))) break;
      const { stream } = await this.objects.open(sha256);
      const name = `${String(index + 1).padStart(2, '0')}_${safeName(fileName)}`;
      const file = await zip.add(`${folder}/${name}`, stream);
      if (file.sha256 !== sha256) throw new Error(`Attachment ${sha256} went into the package as other bytes.`);
      files.push(file);
    }
    return { kind: hit.kind, documentId: hit.documentId, title, number, files };
  }

  private look({ kind, documentId }: ListedHit, actor: Actor) {
    return this.uow.read(() => this.subjects.content(kind, documentId, actor));
  }
}
