import type { INestApplicationContext } from '@nestjs/common';
import { type PackageSection, PackageSections } from '@fubako/organisation';

/** Every lib's part of the municipality package, in the order of the floors. */
export const packageSections = (product: INestApplicationContext): PackageSection<unknown>[] =>
  product.get(PackageSections, { strict: false }).all();
