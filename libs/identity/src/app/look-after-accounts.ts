import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type StaffNo } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { refuseAccess } from '../access-errors';
import { type AccountLine, AccountListRows } from '../data/account-list-rows';
import { mayLookAfterAccounts } from './account-rights';
import { CreateAccount } from './create-account';
import { SetPassword } from './set-password';
import { base32 } from './totp-codes';

/** An answer for each line of a provisioning list. */
export interface Provisioned {
  readonly staffNo: string;
  /** Shown once; null where none was made. */
  readonly password: string | null;
  /** Dotted code of the refusal; null where it was done. */
  readonly refusal: string | null;
}

/** アカウントの管理: the list, and passwords that hold until the first sign-in (ID-19). */
@Injectable()
export class LookAfterAccounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: AccountListRows,
    private readonly createAccount: CreateAccount,
    private readonly setPassword: SetPassword,
  ) {}

  /** @throws DomainError identity.not-administrator */
  async list(words: string, actor: Actor): Promise<AccountLine[]> {
    checkRight(actor);
    return this.uow.read(() => this.rows.find(words.normalize('NFKC').trim()));
  }

  /** @returns the password for the first sign-in. @throws DomainError identity.not-administrator, unknown-person, account-exists */
  async create(staffNo: StaffNo, actor: Actor): Promise<string> {
    checkRight(actor);
    const password = newPassword();
    await this.createAccount.run({ staffNo, password, temporary: true, by: actor.staffNo });
    return password;
  }

  /** @returns the password for the next sign-in. @throws DomainError identity.not-administrator, unknown-person, no-account */
  async resetPassword(staffNo: StaffNo, reason: string, actor: Actor): Promise<string> {
    checkRight(actor);
    const password = newPassword();
    await this.setPassword.run({ staffNo, password, temporary: true, by: actor.staffNo, reason });
    return password;
  }

  /** Accounts for all of these people; one that cannot be made holds up no other. */
  async provision(staffNos: readonly string[], actor: Actor): Promise<Provisioned[]> {
    checkRight(actor);
    const answers: Provisioned[] = [];
    for (const staffNo of new Set(staffNos)) {
      const answer = await this.create(staffNo as StaffNo, actor).then(
        (password) => ({ staffNo, password, refusal: null }),
        (error: unknown) => ({ staffNo, password: null, refusal: codeOf(error) }),
      );
      answers.push(answer);
    }
    return answers;
  }
}

/** @throws DomainError identity.not-administrator */
export function checkRight(actor: Actor): void {
  if (!mayLookAfterAccounts(actor)) throw refuseAccess('identity.not-administrator', {});
}

/** 100 random bits in groups that can be read out. */
function newPassword(): string {
  return (base32(randomBytes(15)).slice(0, 20).match(/.{4}/g) ?? []).join('-');
}

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  throw error;
}
