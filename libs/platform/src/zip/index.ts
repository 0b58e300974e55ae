export { folderOf, safeName } from './package-paths';
export { ZipFile, type ZippedFile } from './zip-file';
