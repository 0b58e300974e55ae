import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type ChallengePurpose, type Passkey, PasskeyRows } from '../data/passkey-rows';
import { refuseAccess } from '../access-errors';

const CHALLENGE_MS = 5 * 60_000;

/** The page that asks an authenticator. */
export interface Place {
  readonly origin: string;
  readonly host: string;
}

/** What came from an authenticator, by the browser, as it came; null when nothing came. */
export interface PasskeyCall {
  readonly place: Place;
  readonly answer: Readonly<Record<string, unknown>> | null;
}

/** Challenges for authenticators and what they answer (WebAuthn level 3). */
@Injectable()
export class PasskeyAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: PasskeyRows,
  ) {}

  /** Names no credential: what is asked does not tell who has one. */
  async ask(purpose: ChallengePurpose, staffNo: StaffNo | null, { host }: Place): Promise<object> {
    const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required' });
    await this.keep(options.challenge, purpose, staffNo);
    return options;
  }

  async keep(challenge: string, purpose: ChallengePurpose, staffNo: StaffNo | null): Promise<void> {
    await this.uow.run(async () => {
      const now = await this.uow.now();
      await this.rows.sweep(now);
      await this.rows.ask({ challenge, purpose, staffNo, expiresAt: new Date(now.getTime() + CHALLENGE_MS) });
    });
  }

  /** @returns the passkey that signed. @throws DomainError identity.wrong-passkey, whatever is wrong */
  async accept(purpose: ChallengePurpose, { place, answer }: PasskeyCall): Promise<Passkey> {
    const challenge = await this.take(purpose, answer);
    const passkey = await this.uow.run(() => this.rows.find(textOf(answer?.id)));
    if (!passkey || (challenge.staffNo !== null && challenge.staffNo !== passkey.staffNo)) throw wrongPasskey();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge.challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }).catch(refuseAnswer);
    if (!verified) throw wrongPasskey();
    await this.uow.run(async () =>
      this.rows.noteUse(passkey.credentialId, authenticationInfo.newCounter, await this.uow.now()),
    );
    return passkey;
  }

  /** @returns the new credential that answers a challenge of this person */
  async enrolled(staffNo: StaffNo, { place, answer }: PasskeyCall) {
    const challenge = await this.take('enrol', answer);
    if (challenge.staffNo !== staffNo) throw wrongPasskey();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge.challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
    }).catch(refuseAnswer);
    if (!verified || !registrationInfo) throw wrongPasskey();
    return registrationInfo.credential;
  }

  private async take(purpose: ChallengePurpose, answer: PasskeyCall['answer']) {
    const named = challengeIn(answer);
    const challenge = await this.uow.run(async () => {
      const taken = await this.rows.take(named);
      return taken && taken.expiresAt > (await this.uow.now()) ? taken : null;
    });
    if (challenge?.purpose !== purpose) throw wrongPasskey();
    return challenge;
  }
}

const wrongPasskey = () => refuseAccess('identity.wrong-passkey', {});

/** Nonsense in an answer is the sender's fault, not ours. */
function refuseAnswer(): never {
  throw wrongPasskey();
}

const textOf = (value: unknown): string => (typeof value === 'string' && /^[\w-]{1,2000}$/.test(value) ? value : '');

/** Which challenge is answered; whether it was signed is looked at afterwards. */
function challengeIn(answer: PasskeyCall['answer']): string {
  const { clientDataJSON } = (answer?.response ?? {}) as { clientDataJSON?: unknown };
  try {
    const { challenge } = JSON.parse(Buffer.from(textOf(clientDataJSON), 'base64url').toString()) as {
      challenge?: unknown;
    };
    return textOf(challenge);
  } catch {
    return '';
  }
}
