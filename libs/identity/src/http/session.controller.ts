import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Actor, CurrentActor, Public } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { DescribeMe } from '../app/describe-me';
import { Sessions } from '../app/sessions';
import { SignIn } from '../app/sign-in';
import type { Session } from '../data/session-rows';
import { refuse } from '../errors';
import { callerOf } from './place';
import { clearToken, setToken, tokenOf } from './session-cookie';
import { Me, SignInBody } from './session.dto';
import { CurrentSession, DuringDuty } from './session-request';
import { viewOfMe } from './views';

@Controller('session')
@WithoutIdempotencyKey()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly me: DescribeMe,
    private readonly settings: Settings,
  ) {}

  /** Signs in; the answer sets the session cookie. Without `code` it tells whether one is needed. */
  @Public()
  @Post()
  async create(
    @Body() { login, password, code }: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { token } = await this.signIn.run({
      login,
      password,
      code: code ?? null,
      address: request.ip ?? 'unknown',
      ...callerOf(request, this.settings),
    });
    const opened = await this.sessions.open(token, false);
    if (!opened) throw refuse('identity.signed-out', {});
    const facts = await this.me.run(opened);
    setToken(response, token, this.settings);
    return viewOfMe(facts);
  }

  /** Who is signed in. */
  @Get()
  @DuringDuty()
  async read(@CurrentActor() actor: Actor, @CurrentSession() session: Session): Promise<Me> {
    return viewOfMe(await this.me.run({ actor, session }));
  }

  /** Signs out; signing out twice is no fault. */
  @Public()
  @Delete()
  @HttpCode(204)
  async remove(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(tokenOf(request, this.settings));
    clearToken(response, this.settings);
  }
}
