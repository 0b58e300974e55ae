import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { ChangeMyPassword } from '../app/change-my-password';
import { MyAccess } from '../app/my-access';
import type { Session } from '../data/session-rows';
import { ChangePasswordBody, EndedSessions, MyAccessView } from './access.dto';
import { viewOfMyAccess } from './access-views';
import { CurrentSession, DuringDuty } from './session-request';

/**
 * 自分の設定: one's own password and sessions. Bodies hold secrets, of which no digest may be kept beside a key; each step is
 * harmless when it comes twice.
 */
@Controller('my')
@WithoutIdempotencyKey()
@DuringDuty()
export class MyAccessController {
  constructor(
    private readonly access: MyAccess,
    private readonly changePassword: ChangeMyPassword,
  ) {}

  @Get('access')
  async read(@CurrentSession() session: Session): Promise<MyAccessView> {
    return viewOfMyAccess(await this.access.show(session.staffNo), session);
  }

  /** Ends every other session. */
  @Put('password')
  async password(@Body() body: ChangePasswordBody, @CurrentSession() session: Session): Promise<EndedSessions> {
    return { ended: await this.changePassword.run(session, body) };
  }

  /** Ends all but the one that asks. */
  @Delete('sessions')
  async endOthers(@CurrentSession() session: Session): Promise<EndedSessions> {
    return { ended: await this.access.endOthers(session) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  async end(@Param('id', ParseUUIDPipe) id: string, @CurrentSession() { staffNo }: Session): Promise<void> {
    await this.access.end(staffNo, id);
  }
}
