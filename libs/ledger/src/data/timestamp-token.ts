import { type KeyObject, X509Certificate, constants, createHash, verify } from 'node:crypto';
import { ContentInfo, type SignerInfo, SignedData, id_signedData } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { Certificate, ExtendedKeyUsage } from '@peculiar/asn1-x509';
import { type EssCertId, OID, SigningCertificate, TstInfo } from './timestamp-asn1';

/** What a token says, when it holds. */
export interface OpenedToken {
  readonly time: Date;
  readonly nonce: bigint | null;
}

/** SHA-1 is refused, also where the authority's certificate would allow it. */
const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const RSA_PSS = '1.2.840.113549.1.1.10';
const LONGEST_PATH = 8;

/**
 * TIME-2 Verifies a token of RFC 3161 over `digest` (SHA-256): the signature, the certificate that may put times on things and nothing
 * else, and its way to one of `roots` at the time that the token says. @returns null when something of it does not hold
 */
export function openToken(token: Buffer, digest: Buffer, roots: readonly X509Certificate[]): OpenedToken | null {
  try {
    const { info, content, signer, certificates } = partsOf(token);
    const said = Buffer.from(info.messageImprint.hashedMessage.buffer);
    if (info.messageImprint.hashAlgorithm.algorithm !== OID.sha256 || !said.equals(digest)) return null;
    const certificate = certificates.find((one) => isOf(one, signer));
    if (!certificate || !marksTime(certificate) || !isSigned(signer, content, certificate)) return null;
    return leadsTo(roots, certificate, { certificates, at: info.genTime })
      ? { time: info.genTime, nonce: info.nonce ?? null }
      : null;
  } catch {
    // Bytes of another form are no token.
    return null;
  }
}

/** Certificates of a PEM file, in their order. */
export function certificatesOf(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

interface Parts {
  readonly info: TstInfo;
  readonly content: Buffer;
  readonly signer: SignerInfo;
  readonly certificates: readonly X509Certificate[];
}

function partsOf(token: Buffer): Parts {
  const outer = AsnConvert.parse(token, ContentInfo);
  const signed = AsnConvert.parse(outer.content, SignedData);
  const { eContentType, eContent } = signed.encapContentInfo;
  const [signer, ...others] = signed.signerInfos;
  if (outer.contentType !== id_signedData || eContentType !== OID.timestamp || !eContent?.single || !signer)
    throw new Error('It is no token.');
  if (others.length > 0) throw new Error('A token is signed by one authority.');
  const content = Buffer.from(eContent.single.buffer);
  const certificates = (signed.certificates ?? []).flatMap(({ certificate }) =>
    certificate ? [new X509Certificate(Buffer.from(AsnConvert.serialize(certificate)))] : [],
  );
  return { info: AsnConvert.parse(content, TstInfo), content, signer, certificates };
}

const parsed = (certificate: X509Certificate): Certificate => AsnConvert.parse(certificate.raw, Certificate);

function isOf(certificate: X509Certificate, { sid }: SignerInfo): boolean {
  const named = sid.issuerAndSerialNumber;
  if (!named) return false;
  const { issuer, serialNumber } = parsed(certificate).tbsCertificate;
  const same = (one: ArrayBuffer, other: ArrayBuffer): boolean => Buffer.from(one).equals(Buffer.from(other));
  return (
    same(serialNumber, named.serialNumber) && same(AsnConvert.serialize(issuer), AsnConvert.serialize(named.issuer))
  );
}

/** RFC 3161, 2.3: this use, critical, and no other. */
function marksTime(certificate: X509Certificate): boolean {
  const use = parsed(certificate).tbsCertificate.extensions?.find(({ extnID }) => extnID === OID.extendedKeyUsage);
  if (!use?.critical) return false;
  const uses = [...AsnConvert.parse(use.extnValue.buffer, ExtendedKeyUsage)];
  return uses.length === 1 && uses[0] === OID.timeStamping;
}

function isSigned(signer: SignerInfo, content: Buffer, certificate: X509Certificate): boolean {
  const hash = HASHES[signer.digestAlgorithm.algorithm];
  if (hash === undefined || !attributesHold(signer, { content, hash, certificate })) return false;
  const key = keyFor(signer, certificate.publicKey);
  return verify(hash, signedBytes(signer), key, Buffer.from(signer.signature.buffer));
}

/** What is signed: the attributes as a set of their own, in DER (RFC 5652, 5.4). */
function signedBytes({ signedAttrs }: SignerInfo): Buffer {
  const attributes = (signedAttrs ?? []).map((one) => Buffer.from(AsnConvert.serialize(one)));
  const body = Buffer.concat(attributes.toSorted((one, other) => Buffer.compare(one, other)));
  return Buffer.concat([SET_OF, lengthOf(body), body]);
}

const SET_OF = Buffer.of(0x31);

/** DER: one byte below 128, else how many bytes and those. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 128) return Buffer.of(length);
  const bytes = Buffer.from(length.toString(16).padStart(4, '0'), 'hex');
  const used = bytes.subarray(bytes[0] === 0 ? 1 : 0);
  return Buffer.of(0x80 + used.length, ...used);
}

function keyFor({ signatureAlgorithm }: SignerInfo, key: KeyObject): Parameters<typeof verify>[2] {
  if (signatureAlgorithm.algorithm !== RSA_PSS) return key;
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
}

/** The signed attributes name the kind of content, its hash, and the certificate. */
function attributesHold(
  { signedAttrs }: SignerInfo,
  { content, hash, certificate }: { content: Buffer; hash: string; certificate: X509Certificate },
): boolean {
  const value = (type: string): ArrayBuffer | null => {
    const found = (signedAttrs ?? []).filter(({ attrType }) => attrType === type);
    return found.length === 1 ? (found[0]?.attrValues[0] ?? null) : null;
  };
  const [kind, digest] = [value(OID.contentType), value(OID.messageDigest)];
  if (!kind || !digest) return false;
  const kindHolds = Buffer.from(kind).equals(CONTENT_KIND);
  const said = Buffer.from(AsnConvert.parse(digest, OctetString).buffer);
  if (!kindHolds || !said.equals(createHash(hash).update(content).digest())) return false;
  const [second, first] = [value(OID.signingCertificateV2), value(OID.signingCertificate)];
  const chosen = second ?? first;
  const named = chosen && AsnConvert.parse(chosen, SigningCertificate).certs[0];
  return named ? names(named, certificate, second ? 'sha256' : 'sha1') : false;
}

/** The identifier of a token as a value of an attribute, in DER. */
const CONTENT_KIND = Buffer.from('060b2a864886f70d0109100104', 'hex');

function names({ certHash, hashAlgorithm }: EssCertId, certificate: X509Certificate, usual: string): boolean {
  const hash = hashAlgorithm ? HASHES[hashAlgorithm.algorithm] : usual;
  return hash !== undefined && createHash(hash).update(certificate.raw).digest().equals(Buffer.from(certHash.buffer));
}

/** Whether issuer after issuer, each valid at that time, leads to a root that we were given. */
function leadsTo(
  roots: readonly X509Certificate[],
  certificate: X509Certificate,
  { certificates, at }: { certificates: readonly X509Certificate[]; at: Date },
): boolean {
  let one = certificate;
  for (let steps = 0; steps < LONGEST_PATH && isValid(one, at); steps++) {
    const root = roots.find((candidate) => candidate.raw.equals(one.raw) || issued(candidate, one));
    if (root) return isValid(root, at);
    const issuer = certificates.find((candidate) => !candidate.raw.equals(one.raw) && issued(candidate, one));
    if (!issuer) return false;
    one = issuer;
  }
  return false;
}

const issued = (issuer: X509Certificate, one: X509Certificate): boolean =>
  issuer.ca && one.checkIssued(issuer) && one.verify(issuer.publicKey);

const isValid = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  new Date(validFrom) <= at && at <= new Date(validTo);
