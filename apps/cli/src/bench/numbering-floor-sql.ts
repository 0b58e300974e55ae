/**
 * The floor of a number: the counter, the line of the ledger of numbers, the document and the entry of the unit by hand, in one
 * call. It trusts its caller, but leaves the same rows behind as the use case. It stands in the schema of the cloning.
 */
export const NUMBERING_FLOOR = `
create function bench.issue(bearer uuid, staff text, series text, sign text) returns void language plpgsql as $$
declare
  taken record;
begin
  update documents.number_counter set last = last + 1, last_at = greatest(last_at, date_trunc('milliseconds', clock_timestamp()))
    where series_code = series and symbol = sign and closed_at is null returning year, last, last_at into strict taken;
  insert into documents.issued_number (series_code, symbol, year, serial, branch, text, document_id, issued_at, issued_by)
    values (series, sign, taken.year, taken.last, 0, sign || '第' || taken.last || '号', bearer, taken.last_at, staff);
  update documents.document set dispatch_number = sign || '第' || taken.last || '号' where id = bearer and dispatch_number is null;
  perform ledger.close_unit(staff);
end $$;
`;
