import { Controller, Get, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Public } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { DescribeSignInPage } from '../app/describe-sign-in-page';
import { Sessions } from '../app/sessions';
import { tokenOf } from './session-cookie';
import { SignInPage } from './session.dto';
import { viewOfSignInPage } from './views';

@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly page: DescribeSignInPage,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  /** What the sign-in page shows, and whether it is needed at all. */
  @Public()
  @Get()
  async read(@Req() request: Request): Promise<SignInPage> {
    const opened = await this.sessions.open(tokenOf(request, this.settings), false);
    return { ...viewOfSignInPage(await this.page.run()), signedIn: opened !== null };
  }
}
