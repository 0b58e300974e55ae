import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '@fubako/kernel';
import type { Request, Response } from 'express';
import { Public } from '@fubako/platform/authz';
import { Settings } from '@fubako/platform/config';
import { SignInByProvider } from '../app/sign-in-by-provider';
import { callerOf, placeOf } from './place';
import { clearFlow, flowOf, setFlow, setToken } from './session-cookie';

const COME_BACK = '/api/v1/session/provider/answer';

/** サインイン at the identity provider: two addresses that a browser visits. They answer with redirects alone, and are no part of the contract. */
@ApiExcludeController()
@Controller('session/provider')
export class ProviderSignInController {
  constructor(
    private readonly signIn: SignInByProvider,
    private readonly settings: Settings,
  ) {}

  /** Sends the browser to the identity provider. */
  @Public()
  @Get()
  async leave(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      const { address, browserToken } = await this.signIn.begin(this.address(request, COME_BACK).href);
      setFlow(response, browserToken, this.settings);
      response.redirect(302, address.href);
    } catch (error) {
      this.tell(response, error);
    }
  }

  /** Where the provider sends it back to: signs in and goes on to the application. */
  @Public()
  @Get('answer')
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    const flow = flowOf(request, this.settings);
    clearFlow(response, this.settings);
    try {
      const answer = this.address(request, COME_BACK);
      answer.search = new URL(request.originalUrl, answer).search;
      const { token } = await this.signIn.run(answer, flow, callerOf(request, this.settings));
      setToken(response, token, this.settings);
      response.redirect(303, '/');
    } catch (error) {
      this.tell(response, error);
    }
  }

  /** A person looks at this: the sign-in page says it in words. */
  private tell(response: Response, error: unknown): void {
    if (!(error instanceof DomainError)) throw error;
    response.redirect(303, `/sign-in?refused=${encodeURIComponent(error.code)}`);
  }

  private address(request: Request, path: string): URL {
    return new URL(path, placeOf(request, this.settings).origin);
  }
}
