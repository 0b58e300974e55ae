import { Injectable } from '@nestjs/common';
import type { NewCirculation } from '../data/circulation.row';
import { CirculationRows } from '../data/circulation-rows';
import { CirculationSubjects } from './circulation-subjects';
import { EVERYBODY } from './policy';
import { ResolveReaders } from './resolve-readers';
import { Sections } from './sections';

/** Opens a 回覧 to sections, or to everybody. */
@Injectable()
export class InviteAudience {
  constructor(
    private readonly sections: Sections,
    private readonly resolve: ResolveReaders,
    private readonly circulations: CirculationRows,
    private readonly subjects: CirculationSubjects,
  ) {}

  /** @param codes of sections; none is everybody. @throws DomainError intake.unknown-section */
  async run({ id, subject_kind, subject_id }: NewCirculation, codes: readonly string[]): Promise<void> {
    const named = [];
    for (const code of new Set(codes)) named.push(await this.sections.snapshot(code));
    const audience = named.length === 0 ? [{ code: EVERYBODY, name: '' }] : named;
    await this.circulations.addAudience(
      audience.map(({ code, name }) => ({ circulation_id: id, section_code: code, section_name: name })),
    );
    // Documents know people, not audiences: whoever belongs to it today is let in.
    if (subject_kind === 'document') {
      const people = await this.resolve.peopleOf(named.length === 0 ? 'all' : named.map(({ code }) => code));
      await this.subjects.admit({ kind: subject_kind, id: subject_id }, people);
    }
  }
}
