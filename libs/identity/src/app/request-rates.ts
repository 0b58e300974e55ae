import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type AccessSettings, MunicipalitySettings } from '@fubako/organisation';
import { refuseAccess } from '../access-errors';
import { type Allowance, type RequestKind, take } from '../core/request-rate';

/** Settings are asked anew so often; a changed limit holds within that time. */
const SETTINGS_MS = 60_000;
const MOST_REMEMBERED = 20_000;

/**
 * ID-18 How often one person may ask. Counted in the memory of the process: a count in the database would cost a write for every
 * read, and a limit against runaway programs need not be exact over several processes.
 */
@Injectable()
export class RequestRates {
  private readonly allowances = new Map<string, Allowance>();
  private limits: { readonly perMinute: AccessSettings['perMinute']; readonly at: number } | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** @throws DomainError identity.too-many-requests */
  async count(staffNo: StaffNo, kind: RequestKind): Promise<void> {
    const limit = (await this.current())[kind];
    const at = performance.now();
    const key = `${kind} ${staffNo}`;
    const { after, waitMs } = take(this.allowances.get(key), limit, at);
    if (this.allowances.size >= MOST_REMEMBERED) this.allowances.clear();
    this.allowances.set(key, after);
    if (waitMs > 0)
      throw refuseAccess('identity.too-many-requests', {
        retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
        kind,
      });
  }

  private async current(): Promise<AccessSettings['perMinute']> {
    const at = performance.now();
    if (this.limits && at - this.limits.at < SETTINGS_MS) return this.limits.perMinute;
    const { access } = await this.uow.read(() => this.settings.current());
    this.limits = { perMinute: access.perMinute, at };
    return access.perMinute;
  }
}
