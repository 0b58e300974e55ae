import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { JpText } from '@fubako/platform/http';
import { ROLES, type Role } from '@fubako/platform/authz';
import { ApiProperty } from '@nestjs/swagger';
import { SCREENS, type Screen } from '../app/describe-me';

/** What a person types to sign in. */
export class SignInBody {
  /** ログイン名, as in people.csv. */
  @JpText({ min: 1, max: 100 })
  login: string;

  @IsString()
  @MinLength(1)
  @MaxLength(512)
  password: string;

  /** Second step: code of the authenticator app, or a recovery code. */
  @IsOptional()
  @JpText({ min: 1, max: 40 })
  code?: string;
}

export class MunicipalityView {
  /** 団体コード, six digits. */
  code: string;
  name: string;
  nameEn: string;
}

export class MyPost {
  code: string;
  title: string;
  unitCode: string;
  unitName: string;
  /** 本務, 兼務, 事務取扱 */
  @ApiProperty({ enum: ['main', 'concurrent', 'acting_holder'] })
  kind: 'main' | 'concurrent' | 'acting_holder';
}

export class MyRole {
  @ApiProperty({ enum: ROLES })
  role: Role;
  /** Null: for the whole municipality. */
  unitCode: string | null;
}

/** The signed-in person, as the organisation is today. */
export class Me {
  staffNo: string;
  name: string;
  kana: string;
  login: string;
  posts: MyPost[];
  roles: MyRole[];
  municipality: MunicipalityView;
  /** Business date in Japan by the server's clock, `YYYY-MM-DD`. */
  today: string;
  /** Screens to show. */
  @ApiProperty({ enum: SCREENS, isArray: true })
  allowed: Screen[];
  /** To be done before anything else: a password of one's own, or a second factor. */
  @ApiProperty({ enum: ['new_password', 'second_factor'], nullable: true })
  duty: 'new_password' | 'second_factor' | null;
  /** Minutes after which a session that nobody uses ends. */
  idleMinutes: number;
  /** When the session ends however busy it is. */
  @ApiProperty({ format: 'date-time' })
  endsAt: string;
}

/** Somebody of the sample town whom a visitor may play. */
export class DemoLoginView {
  login: string;
  password: string;
  name: string;
  title: string;
  unitName: string;
  /** What this person does, in a few words. */
  role: string;
}

/** What the sign-in page shows. */
export class SignInPage {
  municipality: MunicipalityView;
  demo: boolean;
  /** Whether one signs in at an identity provider (`GET /session/provider`) too. */
  provider: boolean;
  /** Empty outside the sample town. */
  demoLogins: DemoLoginView[];
  /** Whether the browser has a session already. */
  signedIn: boolean;
}
