import type { LocalDate } from '@fubako/kernel';
import type { Confidentiality } from './states';

/** 秘密区分 with its end. */
export interface Secrecy {
  readonly confidentiality: Confidentiality;
  /** 時限秘: last day of the secrecy; null without an end. */
  readonly confidentialUntil: string | null;
}

/** Whether it is secret on that day: the only place, with its SQL twin `secretOn`, that says so. What has no end is secret for good. */
export function isSecretOn({ confidentiality, confidentialUntil }: Secrecy, day: LocalDate): boolean {
  return confidentiality !== 'none' && !(confidentialUntil !== null && confidentialUntil < day);
}

/** 秘密区分 as it is on that day: none once its end has passed. */
export function secrecyOn(secrecy: Secrecy, day: LocalDate): Confidentiality {
  return isSecretOn(secrecy, day) ? secrecy.confidentiality : 'none';
}
