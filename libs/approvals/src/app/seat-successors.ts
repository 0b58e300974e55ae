import { Injectable } from '@nestjs/common';
import type { PostCode } from '@fubako/kernel';
import { FilingClasses } from '@fubako/documents';
import { Successions } from '@fubako/organisation';
import type { Succession } from '@fubako/organisation';
import type { SeatPost } from '../core/case-state';
import type { SeatRow } from '../data/case.row';
import type { LoadedCase } from './case-state-reader';

export interface SucceedingPost {
  readonly post: SeatPost;
  readonly unitCode: string;
}

export type PostsBySeat = Readonly<Record<string, SucceedingPost>>;

/** Which post a seat belongs to when its own is no more: that of the unit which has the document's function now (RULE-103). */
@Injectable()
export class SeatSuccessors {
  constructor(
    private readonly successions: Successions,
    private readonly classes: FilingClasses,
  ) {}

  /** By document id, and there by seat id; of cases without such seats nothing. */
  async of(cases: readonly LoadedCase[]): Promise<Map<string, PostsBySeat>> {
    const units = cases.flatMap(({ seats, card }) => [...seats.map(({ unit_code }) => unit_code), card.unit.code]);
    const succession = await this.successions.of(units);
    const orphans = cases
      .map((loaded) => ({ loaded, seats: loaded.seats.filter((seat) => isOrphan(seat, succession)) }))
      .filter(({ seats }) => seats.length > 0);
    if (orphans.length === 0) return new Map();
    const functions = await this.classes.functionsOf(orphans.map(({ loaded }) => loaded.card.attributes.classCode));
    return new Map(
      orphans.map(({ loaded: { card }, seats }) => {
        const near = [card.section.code, card.unit.code];
        const work = { functionCode: functions.get(card.attributes.classCode) ?? null, near };
        const found = seats.flatMap((seat) => {
          const post = successorOf(seat, succession, work);
          return post ? [[seat.id, post] as const] : [];
        });
        return [card.id, Object.fromEntries(found)];
      }),
    );
  }
}

function isOrphan({ post_code }: SeatRow, { now }: Succession): boolean {
  return post_code !== '' && now.post(post_code as PostCode) === null;
}

function successorOf(
  seat: SeatRow,
  succession: Succession,
  work: { readonly functionCode: string | null; readonly near: readonly string[] },
): SucceedingPost | null {
  const unit = succession.unitFor(seat.unit_code, work);
  const like = { title: seat.post_title, rank: seat.rank };
  const post = unit && succession.postFor(like, unit, unit.code !== seat.unit_code);
  if (!unit || !post) return null;
  return {
    post: { postCode: post.code, postTitle: post.title, unitName: unit.name, rank: post.rank },
    unitCode: unit.code,
  };
}
