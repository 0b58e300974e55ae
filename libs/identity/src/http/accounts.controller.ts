import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { type Actor, CurrentActor } from '@fubako/platform/authz';
import { WithoutIdempotencyKey } from '@fubako/platform/http';
import { ChangeAccount } from '../app/change-account';
import { LookAfterAccounts } from '../app/look-after-accounts';
import type { AccountLine } from '../data/account-list-rows';
import { refuse } from '../errors';
import {
  AccountChangeBody,
  AccountLineView,
  AccountList,
  AccountsQuery,
  NewAccountBody,
  ProvisionBody,
  ProvisionResult,
  ReasonBody,
  STAFF_NO,
  TemporaryPassword,
} from './accounts.dto';
import { NeedsProof } from './session-request';

/** アカウントの管理. Answers hold passwords, which may not be kept beside a key; each step is harmless when it comes twice. */
@Controller('accounts')
@WithoutIdempotencyKey()
export class AccountsController {
  constructor(
    private readonly accounts: LookAfterAccounts,
    private readonly changes: ChangeAccount,
  ) {}

  /** Staff with and without an account. */
  @Get()
  async list(@Query() { words }: AccountsQuery, @CurrentActor() actor: Actor): Promise<AccountList> {
    return { items: (await this.accounts.list(words ?? '', actor)).map(viewOf) };
  }

  @Post()
  @NeedsProof('account_change')
  async create(@Body() { staffNo }: NewAccountBody, @CurrentActor() actor: Actor): Promise<TemporaryPassword> {
    return { password: await this.accounts.create(staffNo as StaffNo, actor) };
  }

  /** Accounts for everybody on a list, with an answer for each. */
  @Post('provisionings')
  @NeedsProof('account_change')
  async provision(@Body() { staffNos }: ProvisionBody, @CurrentActor() actor: Actor): Promise<ProvisionResult> {
    return { items: await this.accounts.provision(staffNos, actor) };
  }

  /** A password for the next sign-in, which ends all sessions. */
  @Post(':staffNo/passwords')
  @NeedsProof('account_change')
  async resetPassword(
    @Param('staffNo') staffNo: string,
    @Body() { reason }: ReasonBody,
    @CurrentActor() actor: Actor,
  ): Promise<TemporaryPassword> {
    return { password: await this.accounts.resetPassword(numberOf(staffNo), reason, actor) };
  }

  @Post(':staffNo/changes')
  @HttpCode(204)
  @NeedsProof('account_change')
  async change(
    @Param('staffNo') staffNo: string,
    @Body() { change, reason }: AccountChangeBody,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.changes.run({ staffNo: numberOf(staffNo), change, reason }, actor);
  }
}

/** @throws DomainError identity.no-account for a text that is no 職員番号 */
function numberOf(text: string): StaffNo {
  if (!STAFF_NO.test(text)) throw refuse('identity.no-account', { staffNo: '' });
  return text as StaffNo;
}

function viewOf({ createdAt, disabledAt, passwordTemporary, seenAt, ...line }: AccountLine): AccountLineView {
  const openState = passwordTemporary ? 'temporary' : 'open';
  const state = disabledAt ? 'disabled' : openState;
  return { ...line, state: createdAt ? state : 'none', seenAt: seenAt?.toISOString() ?? null };
}
