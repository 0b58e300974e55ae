import { isAbsolute, join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { projectRoot, Settings, type SettingValues } from '../config';
import { Custody } from './custody';
import { FileTreeObjectStore } from './file-tree-object-store';
import { ObjectStore } from './object-store';
import { S3ObjectStore } from './s3-object-store';

/** The S3 named in the settings, or else a file tree in the data folder. */
export function objectStoreFor(values: SettingValues): ObjectStore {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = values;
  if (endpoint && accessKey && secretKey) {
    return new S3ObjectStore({ endpoint, accessKey, secretKey, region: values.S3_REGION, bucket: values.S3_BUCKET });
  }
  const folder = join(values.FUBAKO_DATA, 'objects');
  return new FileTreeObjectStore(isAbsolute(folder) ? folder : join(projectRoot, folder));
}

@Global()
@Module({
  providers: [
    { provide: ObjectStore, inject: [Settings], useFactory: ({ values }: Settings) => objectStoreFor(values) },
    { provide: Custody, inject: [ObjectStore], useFactory: (store: ObjectStore) => new Custody(store) },
  ],
  exports: [ObjectStore, Custody],
})
export class ObjectStoreModule {}
