import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type PostCode, type StaffNo, localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { ActingOrderView, CoversView, PeopleView, PostsView, UnitsView } from '../app/absences.views.dto';
import { FindPeople } from '../app/find-people';
import { FindPosts } from '../app/find-posts';
import { FindUnits } from '../app/find-units';
import { ReadStandIns } from '../app/read-stand-ins';
import { CoverQuery, PeopleQuery, StandInsQuery } from './absences.dto';

@ApiTags('organisation')
@Controller()
export class StandInsController {
  constructor(
    private readonly standIns: ReadStandIns,
    private readonly people: FindPeople,
    private readonly posts: FindPosts,
    private readonly units: FindUnits,
  ) {}

  /** Who of my calendar is away on a day, and who acts for them. */
  @Get('stand-ins')
  onDay(@Query() { on }: StandInsQuery, @CurrentActor() actor: Actor): Promise<CoversView> {
    return this.standIns.onDay(actor, localDate(on));
  }

  /** Who would act during an absence that is not yet registered, stretch by stretch. */
  @Get('stand-ins/preview')
  preview(@Query() query: CoverQuery, @CurrentActor() actor: Actor): Promise<CoversView> {
    return this.standIns.forAbsence(actor, {
      staffNo: (query.staffNo ?? actor.staffNo) as StaffNo,
      kind: query.kind ?? 'absence',
      from: new Date(query.from),
      until: new Date(query.until),
    });
  }

  /** 代決・職務代理の順序 of a post, as it is today. */
  @Get('acting-orders/:postCode')
  order(@Param('postCode') postCode: string): Promise<ActingOrderView> {
    return this.standIns.orderOf(postCode as PostCode);
  }

  /** Members of staff who hold a post, for pickers. */
  @Get('people')
  find(@Query() { search = '', limit }: PeopleQuery, @CurrentActor() actor: Actor): Promise<PeopleView> {
    return this.people.run(actor, { search, limit });
  }

  /** Posts with who sits in them, for pickers. */
  @Get('posts')
  findPosts(@Query() { search = '', limit }: PeopleQuery, @CurrentActor() actor: Actor): Promise<PostsView> {
    return this.posts.run(actor, { search, limit });
  }

  /** 組織 of today, for pickers. */
  @Get('units')
  findUnits(@Query() { search = '', limit }: PeopleQuery, @CurrentActor() actor: Actor): Promise<UnitsView> {
    return this.units.run(actor, { search, limit });
  }
}
