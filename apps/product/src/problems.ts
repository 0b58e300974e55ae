import { approvalsProblems } from '@fubako/approvals';
import { documentsProblems } from '@fubako/documents';
import { executionProblems } from '@fubako/execution';
import { accessProblems, emergencyProblems, identityProblems } from '@fubako/identity';
import { intakeProblems } from '@fubako/intake';
import { ledgerProblems } from '@fubako/ledger';
import { organisationProblems } from '@fubako/organisation';
import { ProblemCatalogue, requestProblems } from '@fubako/platform/http';
import { objectStoreProblems } from '@fubako/platform/object-store';
import { recordsProblems, paperProblems, planProblems, yearProblems } from '@fubako/records';
import { renderingProblems } from '@fubako/rendering';
import { scansProblems } from '@fubako/scans';
import { searchProblems } from '@fubako/search';

/** Every refusal the API can give, in both languages. */
export const problems = new ProblemCatalogue([
  requestProblems,
  objectStoreProblems,
  ledgerProblems,
  identityProblems,
  accessProblems,
  emergencyProblems,
  organisationProblems,
  scansProblems,
  documentsProblems,
  renderingProblems,
  approvalsProblems,
  executionProblems,
  recordsProblems,
  yearProblems,
  planProblems,
  paperProblems,
  searchProblems,
  intakeProblems,
]);
