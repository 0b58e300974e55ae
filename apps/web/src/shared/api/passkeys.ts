/** Browsers know authenticators on https and localhost only, and by a name, not by a number of the network. */
export const canUsePasskeys = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(location.hostname);

type Options = Record<string, unknown>;

/** Asks the authenticator to sign. @returns what goes to the server */
export async function answerQuestion(options: Options): Promise<Options> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return (await startAuthentication({ optionsJSON: options as never })) as unknown as Options;
}

/** Asks the authenticator for a new key. @returns what goes to the server */
export async function makePasskey(options: Options): Promise<Options> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return (await startRegistration({ optionsJSON: options as never })) as unknown as Options;
}
