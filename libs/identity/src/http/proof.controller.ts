import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Settings } from '@fubako/platform/config';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { PasskeyAnswers } from '../app/passkey-answers';
import { ProveAgain } from '../app/prove-again';
import type { Session } from '../data/session-rows';
import { PasskeyQuestion, ProofBody } from './access.dto';
import { placeOf } from './place';
import { setToken } from './session-cookie';
import { CurrentSession, DuringDuty } from './session-request';

/** 本人確認 */
@Controller('session/proof')
@WithoutIdempotencyKey()
@DuringDuty()
export class ProofController {
  constructor(
    private readonly prove: ProveAgain,
    private readonly passkeys: PasskeyAnswers,
    private readonly settings: Settings,
  ) {}

  @Post('challenge')
  @HttpCode(200)
  async ask(@CurrentSession() { staffNo }: Session, @Req() request: Request): Promise<PasskeyQuestion> {
    return { options: await this.passkeys.ask('proof', staffNo, placeOf(request, this.settings)) };
  }

  /** Proves by password, code or passkey that the person is still there; the session cookie becomes another one. */
  @Post()
  @HttpCode(204)
  async create(
    @Body() { password, code, answer }: ProofBody,
    @CurrentSession() session: Session,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const proof = { password: password ?? null, code: code ?? null, answer: answer ?? null };
    const token = await this.prove.run(session, { ...proof, place: placeOf(request, this.settings) });
    setToken(response, token, this.settings);
  }
}
