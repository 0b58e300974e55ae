import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Actor, CurrentActor, Public } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { DescribeMe } from '../app/describe-me';
import { Sessions } from '../app/sessions';
import { SignIn } from '../app/sign-in';
import { clearToken, setToken, tokenOf } from './session-cookie';
import { Me, SignInBody } from './session.dto';
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

  /** Signs in; the answer sets the session cookie. */
  @Public()
  @Post()
  async create(
    @Body() { login, password }: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { staffNo, token } = await this.signIn.run({
      login,
      password,
      address: request.ip ?? 'unknown',
      client: request.get('User-Agent') ?? '',
      formerToken: tokenOf(request, this.settings),
    });
    const facts = await this.me.run(staffNo);
    setToken(response, token, this.settings);
    return viewOfMe(facts);
  }

  /** Who is signed in. */
  @Get()
  async read(@CurrentActor() actor: Actor): Promise<Me> {
    return viewOfMe(await this.me.run(actor.staffNo));
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
