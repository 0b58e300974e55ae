import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { MunicipalitySettings } from '@fubako/organisation';
import { AccountRows } from '../data/account-rows';
import { FactorRows } from '../data/factor-rows';
import { refuseAccess } from '../access-errors';
import { MyFactors } from './my-factors';
import { base32, newTotpSecret, stepOf, totpUri } from './totp-codes';

export interface TotpOffer {
  /** For the picture. */
  readonly uri: string;
  /** For typing it. */
  readonly secret: string;
}

/** 認証アプリ of one's own (ID-12): offered, confirmed by a first code, taken away. */
@Injectable()
export class MyAuthenticator {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FactorRows,
    private readonly accounts: AccountRows,
    private readonly settings: MunicipalitySettings,
    private readonly factors: MyFactors,
  ) {}

  /** @throws DomainError identity.factor-exists */
  async offer(staffNo: StaffNo): Promise<TotpOffer> {
    const secret = newTotpSecret();
    return this.uow.run(async () => {
      if (!(await this.rows.beginTotp(staffNo, secret, await this.uow.now())))
        throw refuseAccess('identity.factor-exists', {});
      const { name } = await this.settings.municipality();
      const account = (await this.accounts.loginOf(staffNo)) ?? staffNo;
      return { uri: totpUri(secret, { issuer: `${name} 文箱`, account }), secret: base32(secret) };
    });
  }

  /** @returns recovery codes, when there were none. @throws DomainError identity.no-such-factor, identity.wrong-code */
  async confirm(staffNo: StaffNo, code: string): Promise<readonly string[]> {
    return this.uow.run(async () => {
      const [totp, now] = [await this.rows.lockTotp(staffNo), await this.uow.now()];
      if (!totp || totp.confirmedAt) throw refuseAccess('identity.no-such-factor', {});
      const step = stepOf(code.normalize('NFKC').replace(/\s/g, ''), totp, now);
      if (step === null) throw refuseAccess('identity.wrong-code', {});
      await this.rows.useStep(staffNo, step);
      await this.rows.confirmTotp(staffNo, now);
      return this.factors.enrolled(staffNo, 'totp');
    });
  }

  /** @throws DomainError identity.no-such-factor, identity.second-factor-kept */
  async remove(staffNo: StaffNo): Promise<void> {
    await this.uow.run(async () => {
      if (!(await this.rows.removeTotp(staffNo))) throw refuseAccess('identity.no-such-factor', {});
      await this.factors.removed(staffNo, 'totp');
    });
  }
}
