import { SimpleDocumentPdf } from '@fubako/rendering';
import { docxParts, zip } from '../../../libs/scans/test/sample-files';
import { scannedPage } from '../../../libs/scans/test/scanned-page';
import { CONTRACT_FIELDS, type LivingTown, type Person } from '../../journeys/town';
import { eventually } from '../../support/eventually';

/** Stands in no form and no title: found only by reading the PDF. */
export const RARE_WORD = '蜃気楼型端末';

export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A specification of two pages, made by the product's own press. */
export async function specification(town: LivingTown): Promise<Paper> {
  const { bytes } = await town.app.get(SimpleDocumentPdf, { strict: false }).draw({
    title: '高齢者見守り業務 仕様書',
    author: '福祉課',
    createdAt: new Date('2026-11-20T00:00:00Z'),
    passages: [
      '受託者は、対象となる高齢者の居宅を週一回訪問し、安否を確かめて記録する。',
      `訪問員は${RARE_WORD}を携行し、訪問の結果をその場で入力する。`,
    ],
  });
  return { name: '仕様書.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
}

/** An estimate written in a word processor. */
export const estimate = (): Paper => ({
  name: '参考見積.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: zip(docxParts('参考見積 一式 1,200,000円')),
});

/** Stands only on the picture of a page: recognition has to find it. */
export const SEEN_WORD = '漂流物除去';

/** A letter on paper that went through the scanner. */
export const scannedLetter = async (): Promise<Paper> => ({
  name: '橋りょう点検報告.png',
  mimeType: 'image/png',
  buffer: await scannedPage([
    '橋りょう点検結果の報告について',
    '点検の結果、第三橋脚に損傷は認められませんでした',
    `なお、次回の点検までに${SEEN_WORD}を実施します`,
    '令和八年五月十一日 株式会社浜見サービス',
  ]),
});

/** Drafts a contract with a paper enclosed, the specification unless another is given, and submits it. @returns the id of the document */
export async function submitWithPaper(town: LivingTown, fields: object, enclosed?: Paper): Promise<string> {
  const hara = await town.as('hara');
  const paper = enclosed ?? (await specification(town));
  const { body: upload } = await hara.upload(paper.name, paper.buffer);
  const { body: draft } = await hara.post('/documents', {
    matterType: 'contract',
    fields: { ...CONTRACT_FIELDS, ...fields },
  });
  await hara.post(`/documents/${draft.id}/attachments`, { uploadId: upload.id });
  const { body: complete } = await hara.get(`/documents/${draft.id}`);
  const sent = await hara.post(`/documents/${draft.id}/submissions`, { expectedVersion: complete.version });
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
  return draft.id;
}

/** Waits until the worker has settled the PDF and the text of every attachment. */
export async function digested(person: Person, documentId: string): Promise<void> {
  await eventually(
    async () => {
      const { body } = await person.get(`/documents/${documentId}`);
      return body.attachments.map((one: { rendition: string; text: string }) => `${one.rendition} ${one.text}`);
    },
    (states: string[]) => states.length > 0 && states.every((state) => !state.includes('pending')),
    30_000,
  );
}
