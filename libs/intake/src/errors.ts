import { refusals } from '@fubako/kernel';
import type { IntakeErrors } from './errors-of';

export const refuse = refusals<IntakeErrors>();
