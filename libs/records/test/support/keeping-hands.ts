import { localDate } from '@fubako/kernel';
import { sql } from '@fubako/platform/database';
import { PlaceHold } from '../../src/app/holds/place-hold';
import { AskForExtension } from '../../src/app/keeping/ask-for-extension';
import { ExtendFiles } from '../../src/app/keeping/extend-files';
import { type RefileRequest, RefileDocument } from '../../src/app/keeping/refile-document';
import { PEOPLE, type RecordsUnderTest } from './records';

/** What is done again and again with what is kept; by the records office where nobody else is named. */
export function keepingHands(town: () => RecordsUnderTest) {
  const officer = () => town().actor(PEOPLE.officer);
  const fileOf = async (documentId: string): Promise<string> =>
    (await town().filing.run(documentId, await officer(), 'ja')).fileId;
  const closed = async (matter: object = {}): Promise<{ document: string; file: string }> => {
    const document = await town().decideOne(matter);
    await town().close(document);
    return { document, file: await fileOf(document) };
  };
  const expiryOf = async (documentId: string) => (await town().filing.run(documentId, await officer(), 'ja')).expiresOn;
  const hold = async (
    subjects: { fileIds?: string[]; documentIds?: string[] },
    terms: object = {},
    who: string = PEOPLE.officer,
  ): Promise<string> =>
    town()
      .get(PlaceHold)
      .run(
        {
          ground: 'disclosure_request',
          caseNo: '開示第12号',
          reason: '開示請求の対象',
          triggeredOn: localDate('2026-10-01'),
          decidedOn: null,
          fileIds: [],
          documentIds: [],
          ...subjects,
          ...terms,
        },
        await town().actor(who),
      );
  const refile = async (documentId: string, request: Partial<RefileRequest>, who: string = PEOPLE.officer) =>
    town()
      .get(RefileDocument)
      .run(
        { documentId, reason: '分類の誤り', shorten: false, carryHolds: false, ...request },
        await town().actor(who),
      );
  const refusedByHold = () =>
    town().rows<{ subject_id: string; facts: { attempt: string; holds: string[] } }>(sql`
      select subject_id, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry
      where kind = 'records.refused-by-hold' order by id`);
  const extend = async (fileIds: string[], years: number, who: string = PEOPLE.officer): Promise<string> => {
    const id = await town()
      .get(AskForExtension)
      .run({ fileIds, years, reason: '継続して参照するため' }, await town().actor(who));
    await town().get(ExtendFiles).run(id);
    return id;
  };
  return { officer, fileOf, closed, expiryOf, hold, refile, refusedByHold, extend };
}
