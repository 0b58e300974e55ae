import {
  AsnIntegerBigIntConverter,
  AsnProp,
  AsnPropTypes,
  AsnType,
  AsnTypeTypes,
  OctetString,
} from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

/** Shapes of RFC 3161 (requests, answers, tokens) and RFC 5035 (which certificate signed). */
export const OID = {
  timestamp: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

export class MessageImprint {
  @AsnProp({ type: AlgorithmIdentifier })
  hashAlgorithm = new AlgorithmIdentifier({ algorithm: OID.sha256, parameters: null });

  @AsnProp({ type: OctetString })
  hashedMessage = new OctetString();
}

export class TimeStampRequest {
  @AsnProp({ type: AsnPropTypes.Integer })
  version = 1;

  @AsnProp({ type: MessageImprint })
  messageImprint = new MessageImprint();

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerBigIntConverter })
  nonce = 0n;

  @AsnProp({ type: AsnPropTypes.Boolean })
  certReq = true;
}

export class TimeStampStatus {
  @AsnProp({ type: AsnPropTypes.Integer })
  status = 2;

  @AsnProp({ type: AsnPropTypes.Utf8String, repeated: 'sequence', optional: true })
  statusString?: string[];

  @AsnProp({ type: AsnPropTypes.BitString, optional: true })
  failInfo?: ArrayBuffer;
}

export class TimeStampResponse {
  @AsnProp({ type: TimeStampStatus })
  status = new TimeStampStatus();

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  token?: ArrayBuffer;
}

class Accuracy {
  @AsnProp({ type: AsnPropTypes.Integer, optional: true })
  seconds?: number;

  @AsnProp({ type: AsnPropTypes.Integer, context: 0, implicit: true, optional: true })
  millis?: number;

  @AsnProp({ type: AsnPropTypes.Integer, context: 1, implicit: true, optional: true })
  micros?: number;
}

export class TstInfo {
  @AsnProp({ type: AsnPropTypes.Integer })
  version = 1;

  @AsnProp({ type: AsnPropTypes.ObjectIdentifier })
  policy = '';

  @AsnProp({ type: MessageImprint })
  messageImprint = new MessageImprint();

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerBigIntConverter })
  serialNumber = 0n;

  @AsnProp({ type: AsnPropTypes.GeneralizedTime })
  genTime = new Date(0);

  @AsnProp({ type: Accuracy, optional: true })
  accuracy?: Accuracy;

  @AsnProp({ type: AsnPropTypes.Boolean, defaultValue: false })
  ordering = false;

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerBigIntConverter, optional: true })
  nonce?: bigint;

  @AsnProp({ type: AsnPropTypes.Any, context: 0, optional: true })
  tsa?: ArrayBuffer;

  @AsnProp({ type: AsnPropTypes.Any, context: 1, implicit: true, optional: true })
  extensions?: ArrayBuffer;
}

@AsnType({ type: AsnTypeTypes.Sequence })
export class EssCertId {
  @AsnProp({ type: AlgorithmIdentifier, optional: true })
  hashAlgorithm?: AlgorithmIdentifier;

  @AsnProp({ type: OctetString })
  certHash = new OctetString();

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  issuerSerial?: ArrayBuffer;
}

export class SigningCertificate {
  @AsnProp({ type: EssCertId, repeated: 'sequence' })
  certs: EssCertId[] = [];

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  policies?: ArrayBuffer;
}
