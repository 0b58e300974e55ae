import { isAbsolute, join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { projectRoot, Settings, type SettingValues } from '../config';
import { Custody } from './custody';
import { DropBucket } from './drop-bucket';
import { DropFolder } from './drop-folder';
import { type DropPlace, DropPlaces } from './drop-place';
import { FileTreeObjectStore } from './file-tree-object-store';
import { LockedBucket } from './locked-bucket';
import { ObjectFaults } from './object-faults';
import { ObjectStore } from './object-store';
import { S3ObjectStore } from './s3-object-store';

/** The S3 named in the settings, or else a file tree in the data folder. */
export function objectStoreFor(values: SettingValues): ObjectStore {
  const { S3_ENDPOINT: endpoints, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = values;
  const { S3_REGION: region, S3_BUCKET: bucket, S3_IDLE_MS: idleMs } = values;
  if (endpoints && accessKey && secretKey)
    return new S3ObjectStore({
      endpoints,
      accessKey,
      secretKey,
      region,
      bucket,
      idleMs,
      lockable: values.S3_LOCK_DAYS > 0,
    });
  return new FileTreeObjectStore(inProject(join(values.FUBAKO_DATA, 'objects')));
}

/** The second copy that reading falls back to, where the settings name one. */
export function secondStoreFor(values: SettingValues): ObjectStore | null {
  if (values.COPY_FOLDER) return new FileTreeObjectStore(inProject(values.COPY_FOLDER));
  const accessKey = values.COPY_S3_ACCESS_KEY ?? values.S3_ACCESS_KEY;
  const secretKey = values.COPY_S3_SECRET_KEY ?? values.S3_SECRET_KEY;
  const { COPY_S3_ENDPOINT: endpoints, S3_REGION: region, S3_IDLE_MS: idleMs } = values;
  if (!endpoints || !accessKey || !secretKey) return null;
  const bucket = values.COPY_S3_BUCKET ?? values.S3_BUCKET;
  return new S3ObjectStore({ endpoints, accessKey, secretKey, region, bucket, idleMs });
}

/** The bucket under lock that is a witness of the ledger, where the settings name one. */
export function witnessBucketFor(values: SettingValues): LockedBucket | null {
  const { WITNESS_S3_BUCKET: bucket, S3_REGION: region, S3_IDLE_MS: idleMs } = values;
  const endpoints = values.WITNESS_S3_ENDPOINT;
  const accessKey = values.WITNESS_S3_ACCESS_KEY;
  const secretKey = values.WITNESS_S3_SECRET_KEY;
  if (!bucket || !endpoints || !accessKey || !secretKey) return null;
  return new LockedBucket({ endpoints, accessKey, secretKey, region, bucket, idleMs }, values.WITNESS_S3_DAYS);
}

/** Where scanners lay files down: a folder, a bucket of the store, both or, by default, neither. */
export function dropPlacesFor(values: SettingValues): DropPlaces {
  const places: DropPlace[] = [];
  if (values.SCAN_FOLDER) places.push(new DropFolder(inProject(values.SCAN_FOLDER)));
  const { S3_ENDPOINT: endpoints, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, SCAN_BUCKET: bucket } = values;
  const { S3_REGION: region, S3_IDLE_MS: idleMs } = values;
  if (bucket && endpoints && accessKey && secretKey)
    places.push(new DropBucket({ endpoints, accessKey, secretKey, region, bucket, idleMs }));
  return new DropPlaces(places);
}

function inProject(folder: string): string {
  return isAbsolute(folder) ? folder : join(projectRoot, folder);
}

@Global()
@Module({
  providers: [
    { provide: ObjectStore, inject: [Settings], useFactory: ({ values }: Settings) => objectStoreFor(values) },
    { provide: ObjectFaults, useFactory: () => new ObjectFaults() },
    { provide: DropPlaces, inject: [Settings], useFactory: ({ values }: Settings) => dropPlacesFor(values) },
    {
      provide: Custody,
      inject: [ObjectStore, ObjectFaults, Settings],
      useFactory: (store: ObjectStore, faults: ObjectFaults, { values }: Settings) =>
        new Custody(store, secondStoreFor(values), faults),
    },
  ],
  exports: [ObjectStore, ObjectFaults, Custody, DropPlaces],
})
export class ObjectStoreModule {}
