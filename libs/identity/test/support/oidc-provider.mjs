// A real provider (oidc-provider) for the tests of the sign-in at one: `node oidc-provider.mjs <redirect uri>`. Whoever comes is
// signed in as the account that `GET /be/<staff no>` named last; it says its port to its parent.
import { Provider } from 'oidc-provider';
import { createServer } from 'node:http';

let account = '';
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'fubako',
        client_secret: 'a-secret-of-the-provider',
        redirect_uris: [process.argv[2]],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['employee_number'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: `subject-of-${id}`, employee_number: id }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['of-the-test'] },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url.startsWith('/be/')) {
      account = request.url.slice('/be/'.length);
      response.end();
    } else if (request.url.startsWith('/interaction/')) {
      void provider.interactionFinished(request, response, { login: { accountId: account } });
    } else void answer(request, response);
  });
  process.send({ issuer });
});
