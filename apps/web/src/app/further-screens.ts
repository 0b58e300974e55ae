import type { NavigateOptions } from '@tanstack/react-router';
import type { PlainKey } from '../shared/i18n/translate';

export interface FurtherScreen {
  readonly where: NavigateOptions;
  readonly label: PlainKey;
  /** Any of these permissions of Me.allowed opens it; none: it is open to everybody. */
  readonly needs: readonly string[];
}

/** Screens that stand in no menu of the bar, for the command box: each is found by its name. */
const further: readonly FurtherScreen[] = [
  { where: { to: '/numbers' }, label: 'nav.numbers', needs: ['draft'] },
  { where: { to: '/numbers/voids' }, label: 'nav.voids', needs: ['draft'] },
  { where: { to: '/registers', search: { kind: 'dispatch' } }, label: 'registers.dispatch', needs: ['draft'] },
  { where: { to: '/registers', search: { kind: 'seal' } }, label: 'registers.seal', needs: ['draft'] },
  { where: { to: '/filing-plan' }, label: 'plan.title', needs: ['records', 'draft'] },
  { where: { to: '/organisation' }, label: 'organisation.title', needs: [] },
  { where: { to: '/accounts' }, label: 'accounts.title', needs: ['accounts'] },
  { where: { to: '/settings' }, label: 'settings.title', needs: ['settings'] },
  { where: { to: '/readings' }, label: 'readings.title', needs: ['readings'] },
  { where: { to: '/emergency-readings' }, label: 'emergency.title', needs: ['emergency'] },
  { where: { to: '/scan-arrivals' }, label: 'scans.title', needs: ['store'] },
  { where: { to: '/my' }, label: 'my.title', needs: [] },
  { where: { to: '/manual' }, label: 'help.manual', needs: [] },
];

export const furtherScreens = (allowed: readonly string[]): readonly FurtherScreen[] =>
  further.filter(({ needs }) => needs.length === 0 || needs.some((need) => allowed.includes(need)));
