export interface OrganisationSearch {
  /** Code of the unit that is shown. */
  readonly unit?: string;
  /** 職員番号 of the person who is shown. */
  readonly staff?: string;
  /** The day that is shown; today by default. */
  readonly on?: string;
}

const CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address means; what cannot be read is as if it were not there. */
export function organisationSearch(raw: Record<string, unknown>): OrganisationSearch {
  const text = (key: string, form: RegExp) => {
    const value = String(raw[key] ?? '');
    return form.test(value) ? { [key]: value } : {};
  };
  return { ...text('unit', CODE), ...text('staff', CODE), ...text('on', DAY) };
}
