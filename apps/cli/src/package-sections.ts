import type { INestApplicationContext } from '@nestjs/common';
import { ApprovalsSections } from '@fubako/approvals';
import { DocumentsSections } from '@fubako/documents';
import { IntakeSections } from '@fubako/intake';
import { OrganisationSections, type PackageSection } from '@fubako/organisation';
import { RecordsSections } from '@fubako/records';

/** Every lib's part of the municipality package, in the order of the floors. */
export function packageSections(product: INestApplicationContext): PackageSection<unknown>[] {
  const libs = [OrganisationSections, DocumentsSections, ApprovalsSections, RecordsSections, IntakeSections];
  return libs.flatMap(
    (sections) => product.get<{ readonly all: readonly PackageSection<unknown>[] }>(sections, { strict: false }).all,
  );
}
