import type { CookieOptions, Request, Response } from 'express';
import type { Settings } from '@fubako/platform/config';

/** `__Host-` makes browsers refuse the cookie unless it came over https from this very host. */
const nameFor = ({ secureOrigin }: Settings): string => (secureOrigin ? '__Host-fubako_sid' : 'fubako_sid');

const optionsFor = ({ secureOrigin }: Settings): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: secureOrigin,
});

/** The session token that the request carries. */
export const tokenOf = (request: Request, settings: Settings): string | null => cookieOf(request, nameFor(settings));

function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.split('=', 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return null;
}

/** Lives as long as the browser; the server decides when it ends. */
export function setToken(response: Response, token: string, settings: Settings): void {
  response.cookie(nameFor(settings), token, optionsFor(settings));
}

export function clearToken(response: Response, settings: Settings): void {
  response.clearCookie(nameFor(settings), optionsFor(settings));
}

/** What ties a sign-in at the identity provider to the browser that began it. */
const flowName = ({ secureOrigin }: Settings): string => (secureOrigin ? '__Host-fubako_flow' : 'fubako_flow');

export const flowOf = (request: Request, settings: Settings): string | null => cookieOf(request, flowName(settings));

export function setFlow(response: Response, token: string, settings: Settings): void {
  response.cookie(flowName(settings), token, optionsFor(settings));
}

export function clearFlow(response: Response, settings: Settings): void {
  response.clearCookie(flowName(settings), optionsFor(settings));
}
