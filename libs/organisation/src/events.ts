import { defineEvent } from '@fubako/platform/outbox';

/** 組織が変わった: a municipality package was imported and changed something. Charts of the new revision hold from now on. */
export const municipalityImported = defineEvent<{
  /** Revision of the organisation after the import. */
  readonly revision: number;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  /** Files of the package that brought changes. */
  readonly files: readonly string[];
}>('organisation.municipality-imported.v1');
