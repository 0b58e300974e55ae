import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../shared/api/session';
import { withWords } from '../shared/i18n/translate';
import { NotFoundScreen } from './error-screen';
import { queryClient } from './query-client';
import { Shell } from './shell';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
/** Of the address only these, where they say something. */
export const only = <N extends string>(raw: Record<string, unknown>, ...names: readonly N[]) =>
  Object.fromEntries(names.flatMap((name) => (text(raw[name]) ? [[name, text(raw[name])]] : []))) as {
    [name in N]?: string;
  };

/** A screen with the words it says. */
export const later = ((load: () => Promise<Record<string, unknown>>, name: string) =>
  lazyRouteComponent(() => withWords(load()), name)) as typeof lazyRouteComponent;

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundScreen });

/** Everything behind the sign-in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(sessionQuery);
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { me };
  },
  component: Shell,
});
