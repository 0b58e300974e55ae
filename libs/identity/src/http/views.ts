import type { Municipality } from '@fubako/organisation';
import type { MeFacts } from '../app/describe-me';
import type { SignInPageFacts } from '../app/describe-sign-in-page';
import type { Me, MunicipalityView, SignInPage } from './session.dto';

export function viewOfMe({ actor, session, person, municipality, allowed }: MeFacts): Me {
  return {
    staffNo: person.staffNo,
    name: person.name,
    kana: person.kana,
    login: person.login,
    posts: actor.posts.map(({ code, title, unitCode, unitName, kind }) => ({ code, title, unitCode, unitName, kind })),
    roles: [...actor.roles],
    municipality: viewOf(municipality),
    today: actor.on,
    allowed: [...allowed],
    duty: session.duty,
    idleMinutes: session.idleMinutes,
    endsAt: session.absoluteEnd.toISOString(),
  };
}

export function viewOfSignInPage(facts: SignInPageFacts): Omit<SignInPage, 'signedIn'> {
  const { municipality, demo, provider, demoLogins } = facts;
  return { municipality: viewOf(municipality), demo, provider, demoLogins: [...demoLogins] };
}

function viewOf({ code, name, nameEn }: Municipality): MunicipalityView {
  return { code, name, nameEn };
}
