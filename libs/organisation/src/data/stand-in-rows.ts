import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { Absence, Proxy, TimeSpan } from '../core/absence';
import { settingsOn } from './settings-on';
import { writtenSettings } from '../package/written-settings';

/** Everything that decides who stands in, over a span of time. */
export interface StandInRowsOfSpan {
  readonly absences: readonly Absence[];
  readonly proxies: readonly Proxy[];
  readonly absenceIncludesVacancy: boolean;
}

/** As JSON writes it: instants are text. */
type Written<T> = Omit<T, 'from' | 'until'> & { readonly from: string; readonly until: string };

interface Row {
  readonly settings: string | null;
  readonly absences: readonly Written<Absence>[];
  readonly proxies: readonly Written<Proxy>[];
}

@Injectable()
export class StandInRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement for the whole municipality: a town has few people away and fewer proxies at a time. */
  async during({ from, until }: TimeSpan): Promise<StandInRowsOfSpan> {
    const { settings, absences, proxies } = await this.uow.one<Row>(sql`
      select
        (select settings::text from (${settingsOn(localDateAt(from))}) s) as settings,
        coalesce((
          select json_agg(json_build_object('id', id, 'staffNo', staff_no, 'kind', kind, 'from', from_at, 'until', until_at, 'reason', reason))
          from organisation.absence
          where cancelled_at is null and tstzrange(from_at, until_at) && tstzrange(${from}, ${until}, '[]')), '[]') as absences,
        coalesce((
          select json_agg(json_build_object('id', id, 'postCode', post_code, 'giver', giver, 'taker', taker, 'takerPost', taker_post,
            'from', from_at, 'until', least(until_at, ended_at)))
          from organisation.proxy
          where tstzrange(from_at, greatest(from_at, least(until_at, ended_at))) && tstzrange(${from}, ${until}, '[]')), '[]') as proxies`);
    return {
      absences: absences.map(withInstants),
      proxies: proxies.map(withInstants),
      absenceIncludesVacancy: writtenSettings(settings ?? '{}').absenceIncludesVacancy,
    };
  }
}

function withInstants<T extends { readonly from: string; readonly until: string }>(row: T): T & TimeSpan {
  return { ...row, from: new Date(row.from), until: new Date(row.until) } as T & TimeSpan;
}
