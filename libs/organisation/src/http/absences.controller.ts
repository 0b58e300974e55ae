import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { type StaffNo, localDate } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { languageOf } from '@fubako/platform/http';
import { AbsenceCalendarView, AbsenceView } from '../app/absences.views.dto';
import { CancelAbsence } from '../app/cancel-absence';
import { ReadAbsences } from '../app/read-absences';
import { RegisterAbsence } from '../app/register-absence';
import { AbsencesQuery, EndAbsenceBody, RegisterAbsenceBody } from './absences.dto';

@ApiTags('organisation')
@Controller('absences')
export class AbsencesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registerAbsence: RegisterAbsence,
    private readonly cancelAbsence: CancelAbsence,
    private readonly readAbsences: ReadAbsences,
  ) {}

  /** 不在カレンダー of my sections and of the people I act for. */
  @Get()
  calendar(
    @Query() query: AbsencesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<AbsenceCalendarView> {
    const { from, to, scope = 'section' } = query;
    return this.readAbsences.run(
      { actor, language: languageOf(request) },
      { from: localDate(from), to: localDate(to), scope },
    );
  }

  /** Registers 不在, one's own or on behalf; 事故 only the organisation administrator. */
  @Post()
  register(
    @Body() body: RegisterAbsenceBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<AbsenceView> {
    return this.uow.run(async () => {
      const id = await this.registerAbsence.run(actor, {
        ...body,
        staffNo: (body.staffNo ?? actor.staffNo) as StaffNo,
        kind: body.kind ?? 'absence',
        from: new Date(body.from),
        until: new Date(body.until),
      });
      return this.readAbsences.one({ actor, language: languageOf(request) }, id);
    });
  }

  /** Takes an absence back; one under way ends now. */
  @Post(':id/cancel')
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<AbsenceView> {
    return this.uow.run(async () => {
      await this.cancelAbsence.run(actor, id);
      return this.readAbsences.one({ actor, language: languageOf(request) }, id);
    });
  }

  /** Ends an absence earlier than planned. */
  @Post(':id/end')
  end(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until }: EndAbsenceBody,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<AbsenceView> {
    return this.uow.run(async () => {
      await this.cancelAbsence.run(actor, id, new Date(until));
      return this.readAbsences.one({ actor, language: languageOf(request) }, id);
    });
  }
}
