import { Controller, Get } from '@nestjs/common';
import { Public } from '@fubako/platform/authz';
import { DescribeSignInPage } from '../app/describe-sign-in-page';
import { SignInPage } from './session.dto';
import { viewOfSignInPage } from './views';

@Controller('sign-in')
export class SignInController {
  constructor(private readonly page: DescribeSignInPage) {}

  /** What the sign-in page shows. */
  @Public()
  @Get()
  async read(): Promise<SignInPage> {
    return viewOfSignInPage(await this.page.run());
  }
}
