import { actsTable } from './acts-table';
import { bench } from './bench';
import { coverage } from './coverage';
import type { Command } from './command';
import { dbSchema } from './db-schema';
import { demo } from './demo';
import { importMunicipality } from './import-municipality';
import { ledgerExport } from './ledger-export';
import { migrateCommand } from './migrate';
import { openApi } from './open-api';
import { reindex } from './reindex';
import { serveCommand } from './serve';
import { rollOver } from './roll-over';
import { storeCopy } from './store-copy';
import { storeConformance } from './store-conformance';
import { account } from './account';
import { seal } from './seal';
import { town } from './town';
import { verify } from './verify';

export const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  migrate: migrateCommand,
  'import-municipality': importMunicipality,
  account,
  town,
  demo,
  'ledger-export': ledgerExport,
  seal,
  verify,
  'store-conformance': storeConformance,
  'store-copy': storeCopy,
  coverage,
  reindex,
  'roll-over': rollOver,
  bench,
  openapi: openApi,
  'db-schema': dbSchema,
  'acts-table': actsTable,
};
