import { InFlightSection, LeavingSection } from '@fubako/organisation';
import { type UnitOfWork, asOffice, sql } from '@fubako/platform/database';

/** Open seats: they go to the posts that take over. */
export const seatsInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'seats',
    noun: { ja: '処理待ちの席', en: 'seats that wait' },
    of: (units) =>
      // Numbers of all that waits in it, whatever of it the person reads who tries a reorganisation.
      uow.rows(
        asOffice(sql`
        select s.unit_code as unit, s.post_title || ' ' || coalesce(d.draft_number, '') as label
        from approvals.seat s join documents.document d on d.id = s.document_id
        where s.state = 'active' and s.unit_code = any(${units}) order by d.draft_number, s.id`),
      ),
  });

/** 専決規程 rows of tables in force or to come that name the unit or one of its posts. */
export const routesInFlight = (uow: UnitOfWork): InFlightSection =>
  new InFlightSection({
    name: 'routes',
    noun: { ja: 'この組織を名指しする専決規程の行', en: 'rows of the delegation table that name it' },
    of: async (units) =>
      uow.rows(sql`
        select u.code as unit, r.matter_type || ' ' || r.reason as label
        from unnest(${units}::text[]) u(code)
        join approvals.delegation_rule r on r.set_id in (
          select s.id from approvals.delegation_rule_set s where s.state = 'published' and (s.valid_from, s.version) >= (
            select f.valid_from, f.version from approvals.delegation_rule_set f
            where f.state = 'published' and f.valid_from <= ${await uow.now()}::date order by f.valid_from desc, f.version desc limit 1))
        where r.decider_post_code in (select p.code from organisation.post p where p.org_unit_code = u.code)
          or exists (select from jsonb_array_elements(r.concurrence) g, jsonb_array_elements_text(g->'units') c
            where u.code = any(string_to_array(c, '/')))
        order by r.set_id, r.matter_type, r.position`),
  });

/** Open seats of the post that somebody leaves: they follow the post (RULE-102). */
export const seatsLeft = (uow: UnitOfWork): LeavingSection =>
  new LeavingSection(uow, {
    name: 'seats',
    noun: { ja: '後任に移る処理待ちの席', en: 'seats that go to the successor' },
    of: (leavers) =>
      // Numbers of all that somebody leaves behind, whatever of it the person reads who transfers them.
      uow.rows(
        asOffice(sql`
        select l."staffNo", l."postCode", coalesce(d.draft_number, d.matter_type) as label
        from jsonb_to_recordset(${JSON.stringify(leavers)}::jsonb) as l("staffNo" text, "postCode" text)
          join approvals.seat s on s.post_code = l."postCode" and s.state = 'active'
          join documents.document d on d.id = s.document_id
        order by d.draft_number nulls last, s.id`),
      ),
  });
