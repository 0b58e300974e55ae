import { IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { JpText } from '@fubako/platform/http';
import { BROWSERS, type Device, SYSTEMS } from '../core/device';

const anyObject = { type: 'object', additionalProperties: true } as const;

export class ChangePasswordBody {
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  current: string;

  @IsString()
  @MinLength(1)
  @MaxLength(512)
  next: string;
}

export class EndedSessions {
  /** How many other sessions ended. */
  ended: number;
}

export class CodeBody {
  /** Six digits of the authenticator app. */
  @JpText({ min: 1, max: 40 })
  code: string;
}

/** What the browser got from the authenticator, as WebAuthn says. */
export class PasskeyAnswerBody {
  @IsObject()
  @ApiProperty(anyObject)
  answer: Record<string, unknown>;
}

export class NewPasskeyBody extends PasskeyAnswerBody {
  /** What its holder calls it. */
  @JpText({ min: 1, max: 40 })
  name: string;
}

/** One of the three. */
export class ProofBody {
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password?: string;

  /** Of the authenticator app, or a recovery code. */
  @IsOptional()
  @JpText({ min: 1, max: 40 })
  code?: string;

  @IsOptional()
  @IsObject()
  @ApiPropertyOptional(anyObject)
  answer?: Record<string, unknown>;
}

export class PasskeyQuestion {
  /** For the browser's own interface to authenticators. */
  @ApiProperty(anyObject)
  options: object;
}

export class TotpOfferView {
  /** For the picture. */
  uri: string;
  /** For typing it into the app. */
  secret: string;
}

export class RecoveryCodesView {
  /** Shown once; empty when the former ones still hold. */
  codes: string[];
}

export class MySessionView {
  id: string;
  /** The one that asks. */
  current: boolean;
  @ApiProperty({ enum: BROWSERS })
  browser: Device['browser'];
  @ApiProperty({ enum: SYSTEMS })
  system: Device['system'];
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  /** To the minute. */
  @ApiProperty({ format: 'date-time' })
  seenAt: string;
  /** When it ends however busy it is. */
  @ApiProperty({ format: 'date-time' })
  endsAt: string;
}

export class PasskeyView {
  id: string;
  name: string;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  usedAt: string | null;
}

/** 自分の設定 */
export class MyAccessView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  passwordSince: string | null;
  /** Null: no authenticator app. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  totpSince: string | null;
  recoveryCodesLeft: number;
  passkeys: PasskeyView[];
  /** The municipality asks a second factor of this person. */
  factorDemanded: boolean;
  sessions: MySessionView[];
}
