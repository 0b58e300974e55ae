import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { SignInByPasskey } from '../app/sign-in-by-passkey';
import { PasskeyAnswerBody, PasskeyQuestion } from './access.dto';
import { callerOf, placeOf } from './place';
import { setToken } from './session-cookie';

/** サインイン by パスキー */
@Controller('session/passkey')
@WithoutIdempotencyKey()
export class PasskeySignInController {
  constructor(
    private readonly signIn: SignInByPasskey,
    private readonly settings: Settings,
  ) {}

  /** What the authenticator is asked; the same for everybody. */
  @Public()
  @Post('challenge')
  @HttpCode(200)
  async ask(@Req() request: Request): Promise<PasskeyQuestion> {
    return { options: await this.signIn.ask(placeOf(request, this.settings)) };
  }

  /** Signs in; the answer sets the session cookie. */
  @Public()
  @Post()
  @HttpCode(204)
  async create(
    @Body() { answer }: PasskeyAnswerBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const place = placeOf(request, this.settings);
    const { token } = await this.signIn.run({ place, answer }, callerOf(request, this.settings));
    setToken(response, token, this.settings);
  }
}
