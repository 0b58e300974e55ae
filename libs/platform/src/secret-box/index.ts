export { SecretBox, SecretKeyMissing, secretKeysFor } from './secret-box';
