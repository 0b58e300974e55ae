import { exe, pdf } from '../sample-files';
import { labelled } from './labelled-file';
import { rawPdf } from './raw-pdf';

/** The test pattern of virus scanners; in two pieces, so that no scanner takes this source for it. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS'}-TEST-FILE!$H+H*`;

const sound = (): Promise<Buffer> => pdf(['sound']);
const name = (what: string, given: string, fault: string) =>
  [`sound PDF under a name with ${what}`, given, sound, `scans.bad-file-name ${fault}`] as const;

/** Texts, viruses, and sound files under names that attack. */
// prettier-ignore
export const hostileTexts = labelled([
  ['EICAR as a text', 'eicar.txt', () => Buffer.from(EICAR), 'scans.infected'],
  ['EICAR as a mail', 'eicar.eml', () => Buffer.from(`From: a@example.jp\r\n\r\n${EICAR}\r\n`), 'scans.infected'],
  ['EICAR inside a PDF', 'eicar.pdf', () => rawPdf({ trailer: `/X(${EICAR.replaceAll('\\', '').replaceAll(/[()]/g, '')})`, producer: 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE' }), 'scans.infected'],
  ['EICAR by its name', 'eicar.com', () => Buffer.from(EICAR), 'scans.type-not-allowed'],
  ['no bytes', 'a.pdf', () => Buffer.alloc(0), 'scans.empty-file'],
  ['one byte', 'a.pdf', () => Buffer.from('%'), 'scans.type-mismatch text'],
  ['text with NUL', 'a.txt', () => Buffer.from('abc\0def'), 'scans.type-mismatch unknown'],
  ['text of no encoding', 'a.csv', () => Buffer.from([0xff, 0xff, 0x80, 0x00, 0x01]), 'scans.type-mismatch mp1'],
  ['text that drives a terminal', 'a.txt', () => Buffer.from('\x1b]0;x\x07\x1b[2J'), 'scans.type-mismatch unknown'],
  ['text cut inside a UTF-16 letter', 'a.txt', () => Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x3d, 0xd8]), 'scans.type-mismatch mp1'],
  ['program called a text', 'a.txt', exe, 'scans.type-mismatch exe'],
  ['program of Linux called a list', 'a.csv', () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(64)]), 'scans.type-mismatch elf'],
  ['PostScript called a text', 'a.txt', () => Buffer.from('%!PS-Adobe-3.0\n(file) run\n'), 'scans.type-mismatch ps'],
  ['RTF called a text', 'a.txt', () => Buffer.from('{\\rtf1\\ansi{\\object\\objupdate}}'), 'scans.type-mismatch rtf'],
  ['script of Windows', 'a.js', () => Buffer.from('WScript.Shell'), 'scans.type-not-allowed'],
  ['shortcut', 'a.lnk', () => Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), 'scans.type-not-allowed'],
  ['link file', 'a.url', () => Buffer.from('[InternetShortcut]\nURL=http://127.0.0.1:9/'), 'scans.type-not-allowed'],
  ['sound PDF without an extension', 'README', sound, 'scans.type-not-allowed'],
  ['sound PDF with two extensions', 'a.pdf.exe', sound, 'scans.type-not-allowed'],
  ['sound PDF with a blank behind its extension', 'a.pdf ', sound, 'scans.type-not-allowed'],
  ['sound PDF with a dot behind its extension', 'a.pdf.', sound, 'scans.type-not-allowed'],
  ['sound PDF with a data stream of Windows', 'a.pdf::$DATA', sound, 'scans.type-not-allowed'],
  name('a way up', '../../etc/passwd.pdf', 'path-separator'),
  name('a way up in Windows spelling', '..\\..\\x.pdf', 'path-separator'),
  name('a root', '/etc/passwd.pdf', 'path-separator'),
  name('a drive', 'C:\\temp\\a.pdf', 'path-separator'),
  name('NUL', 'a\0.pdf', 'control-character'),
  name('a line break', 'a\nb.pdf', 'control-character'),
  name('a carriage return and a header', 'a\r\nSet-Cookie: x.pdf', 'control-character'),
  name('an escape', 'a\x1b[31m.pdf', 'control-character'),
  name('a change of direction', '請求書\u202Efdp.exe.pdf', 'bidi-control'),
  name('an isolate', 'a\u2067b.pdf', 'bidi-control'),
  name('a noncharacter', 'a\uFFFE.pdf', 'noncharacter'),
  name('twenty marks on one letter', `a${'\u0301'.repeat(20)}.pdf`, 'stacked-marks'),
  name('dots alone', '..', 'dots-only'),
  name('blanks alone', '   ', 'missing'),
  name('201 letters', `${'a'.repeat(197)}.pdf`, 'too-long'),
  name('86 kanji', `${'長'.repeat(86)}.pdf`, 'too-long'),
  name('a device of Windows', 'CON.pdf', 'reserved'),
  name('a device of Windows in small letters', 'nul.tar.pdf', 'reserved'),
  name('a port of Windows', 'COM1.pdf', 'reserved'),
  name('a port of Windows in small figures', 'LPT¹.pdf', 'reserved'),
]);
