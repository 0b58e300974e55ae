import { InFlightSection } from '@fubako/organisation';
import { type UnitOfWork, sql } from '@fubako/platform/database';

/** 簿冊: they go with their functions. */
export const filesInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'files',
    noun: '簿冊',
    of: (units) =>
      uow.rows(sql`
        select section_code as unit, class_code || ' ' || fiscal_year || '年度 ' || title || '(' || volume || ')' as label
        from records.record_file where section_code = any(${units}) order by class_code, fiscal_year, volume`),
  });
