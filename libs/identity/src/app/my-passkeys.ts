import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { MunicipalitySettings } from '@fubako/organisation';
import { generateRegistrationOptions } from '@simplewebauthn/server';
import { AccountRows } from '../data/account-rows';
import { PasskeyRows } from '../data/passkey-rows';
import { refuseAccess } from '../access-errors';
import { MyFactors } from './my-factors';
import { PasskeyAnswers, type PasskeyCall, type Place } from './passkey-answers';

const CREDENTIAL = /^[\w-]+$/;

/** パスキー of one's own (ID-16). */
@Injectable()
export class MyPasskeys {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: PasskeyRows,
    private readonly accounts: AccountRows,
    private readonly settings: MunicipalitySettings,
    private readonly answers: PasskeyAnswers,
    private readonly factors: MyFactors,
  ) {}

  /** What the authenticator is asked; one that is enrolled already says so. */
  async ask(staffNo: StaffNo, { host }: Place): Promise<object> {
    const { login, town, known } = await this.uow.read(async () => ({
      login: (await this.accounts.loginOf(staffNo)) ?? staffNo,
      town: await this.settings.municipality(),
      known: await this.rows.of(staffNo),
    }));
    const options = await generateRegistrationOptions({
      rpName: `${town.name} 文箱`,
      rpID: host,
      userName: login,
      userID: new Uint8Array(Buffer.from(staffNo)),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.answers.keep(options.challenge, 'enrol', staffNo);
    return options;
  }

  /** @returns recovery codes, when there were none. @throws DomainError identity.wrong-passkey */
  async add(staffNo: StaffNo, name: string, call: PasskeyCall): Promise<readonly string[]> {
    const { id, publicKey, counter, transports } = await this.answers.enrolled(staffNo, call);
    return this.uow.run(async () => {
      const added = await this.rows.insert({
        credentialId: id,
        staffNo,
        publicKey: Buffer.from(publicKey),
        counter,
        transports: transports ?? [],
        name,
        createdAt: await this.uow.now(),
      });
      if (!added) throw refuseAccess('identity.wrong-passkey', {});
      return this.factors.enrolled(staffNo, 'passkey');
    });
  }

  /** @throws DomainError identity.no-such-factor, identity.second-factor-kept */
  async remove(staffNo: StaffNo, credentialId: string): Promise<void> {
    await this.uow.run(async () => {
      if (!CREDENTIAL.test(credentialId) || !(await this.rows.remove(staffNo, credentialId)))
        throw refuseAccess('identity.no-such-factor', {});
      await this.factors.removed(staffNo, 'passkey');
    });
  }
}
