import { Body, Controller, Delete, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Settings } from '@fubako/platform/config';
import { UnitOfWork } from '@fubako/platform/database';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { MyAuthenticator } from '../app/my-authenticator';
import { MyFactors } from '../app/my-factors';
import { MyPasskeys } from '../app/my-passkeys';
import type { Session } from '../data/session-rows';
import { CodeBody, NewPasskeyBody, PasskeyQuestion, RecoveryCodesView, TotpOfferView } from './access.dto';
import { placeOf } from './place';
import { CurrentSession, DuringDuty, NeedsProof } from './session-request';

/** 二つ目の確認 of one's own. Answers hold secrets, which may not be kept beside a key. */
@Controller('my')
@WithoutIdempotencyKey()
@DuringDuty()
@NeedsProof('own_access')
export class MyFactorsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly totp: MyAuthenticator,
    private readonly passkeys: MyPasskeys,
    private readonly factors: MyFactors,
    private readonly settings: Settings,
  ) {}

  /** A secret for the authenticator app; it counts once a first code confirms it. */
  @Post('totp')
  offer(@CurrentSession() { staffNo }: Session): Promise<TotpOfferView> {
    return this.totp.offer(staffNo);
  }

  @Post('totp/confirmation')
  async confirm(@Body() { code }: CodeBody, @CurrentSession() { staffNo }: Session): Promise<RecoveryCodesView> {
    return { codes: [...(await this.totp.confirm(staffNo, code))] };
  }

  @Delete('totp')
  @HttpCode(204)
  async removeTotp(@CurrentSession() { staffNo }: Session): Promise<void> {
    await this.totp.remove(staffNo);
  }

  /** New recovery codes; the former ones no longer open anything. */
  @Post('recovery-codes')
  async renewCodes(@CurrentSession() { staffNo }: Session): Promise<RecoveryCodesView> {
    return { codes: [...(await this.uow.run(() => this.factors.renewCodes(staffNo)))] };
  }

  @Post('passkeys/challenge')
  @HttpCode(200)
  async ask(@CurrentSession() { staffNo }: Session, @Req() request: Request): Promise<PasskeyQuestion> {
    return { options: await this.passkeys.ask(staffNo, placeOf(request, this.settings)) };
  }

  @Post('passkeys')
  async addPasskey(
    @Body() { name, answer }: NewPasskeyBody,
    @CurrentSession() { staffNo }: Session,
    @Req() request: Request,
  ): Promise<RecoveryCodesView> {
    const call = { place: placeOf(request, this.settings), answer };
    return { codes: [...(await this.passkeys.add(staffNo, name, call))] };
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  async removePasskey(@Param('id') id: string, @CurrentSession() { staffNo }: Session): Promise<void> {
    await this.passkeys.remove(staffNo, id);
  }
}
