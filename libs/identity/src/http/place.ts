import type { Request } from 'express';
import type { Settings } from '@fubako/platform/config';
import { pageAddress } from '@fubako/platform/http';
import type { Caller } from '../app/new-sessions';
import type { Place } from '../app/passkey-answers';
import { tokenOf } from './session-cookie';

/** The page from which the request was made: as configured, else as the browser addresses us. */
export function placeOf(request: Request, { values: { PUBLIC_URL } }: Settings): Place {
  const page = pageAddress(request, PUBLIC_URL);
  return { origin: page.origin, host: page.hostname };
}

export function callerOf(request: Request, settings: Settings): Caller {
  return { client: request.get('User-Agent') ?? '', formerToken: tokenOf(request, settings) };
}
