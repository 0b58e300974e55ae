import { Injectable } from '@nestjs/common';
import type { UnitCode } from '@fubako/kernel';

/** A matter that bears a number, and the section to which it belongs. */
export interface NumberedMatter {
  readonly id: string;
  readonly number: string;
  readonly section: UnitCode;
}

/** Finds what bears these numbers and has left its drafter's desk, whoever may read it; asked inside a unit of work. */
export type FindNumbered = (numbers: readonly string[]) => Promise<NumberedMatter[]>;

/** What may be opened in an emergency: libs that own matters offer how theirs are found. */
@Injectable()
export class EmergencyMatters {
  private readonly finders: FindNumbered[] = [];

  offer(find: FindNumbered): void {
    this.finders.push(find);
  }

  async find(numbers: readonly string[]): Promise<NumberedMatter[]> {
    const found: NumberedMatter[] = [];
    for (const find of this.finders) found.push(...(await find(numbers)));
    return found;
  }
}
