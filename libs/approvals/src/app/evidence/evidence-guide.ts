import { escapedHtml, formatWareki, localDateAt } from '@fubako/kernel';
import type { DocumentCard } from '@fubako/documents';

const TOKEN = 'ledger/timestamp.tst';

/** What proves what, by file: Japanese and English. */
const FILES: readonly (readonly [string, string, string])[] = [
  [
    'approval-sheet.pdf',
    '起案用紙（押印欄・経過）の印刷です。読むためのもので、証明するのは下のファイルです。',
    'The approval sheet, for reading. What proves it are the files below.',
  ],
  [
    'content.json',
    '決裁された内容そのものです。そのハッシュ値は、各承認・決裁の記録の中にあります。1文字でも変えると一致しません。',
    'What was decided. Its hash stands in the entry of every act: one changed letter, and it no longer agrees.',
  ],
  [
    'attachments/',
    '添付ファイルです。ハッシュ値は content.json（決裁後に追加したものは ledger/rows.json）にあります。',
    'The attached files. Their hashes stand in content.json, or in ledger/rows.json for those added after the decision.',
  ],
  [
    'ledger/entries.json',
    '起案から決裁までの行為の記録です。前の記録のハッシュ値でつながり、抜くことも並べ替えることもできません。',
    'The acts from draft to decision, each bound to the one before by its hash: none can be taken out or moved.',
  ],
  [
    'ledger/rows.json',
    'だれが、どの職で、いつ、何と言って処理したかの行と、そのハッシュ値です。',
    'Who acted in which post, when, and with which words, with the hash of each row.',
  ],
  [
    'ledger/checkpoint.txt',
    '町の証跡全体の根に封印役が署名したものです。上の記録はすべて、この根に含まれることを計算で確かめられます。',
    'The root of the whole ledger of the town, signed by its sealer. All of the above is shown to stand under it.',
  ],
  [
    TOKEN,
    '検印の時刻を、町の外の時刻認証局が署名したものです（RFC 3161）。この時刻には、上の記録がすべてあったことを示します。',
    'The time of the checkpoint, signed by an authority outside the town (RFC 3161): at that time all of the above was there.',
  ],
  [
    'ledger/verifier-key.txt',
    '署名を確かめる公開鍵です。町から別に受け取った鍵と同じことを確かめてください。',
    'The public key of the sealer. Compare it with the one that the town gave you by another way.',
  ],
  [
    'manifest.json',
    'この一式のファイルとハッシュ値の一覧です。この一覧のハッシュ値は、渡した記録として町の証跡に残っています。',
    'All files of this package with their hashes. The hash of the list is kept in the ledger of the town.',
  ],
];

const STAMP = `<p>時刻は、時刻認証局の証明書(tsa.pem)があれば、opensslで確かめられます。 <span lang="en">The time, with the certificates of the authority:</span></p>
<pre>openssl ts -verify -data ledger/checkpoint.txt -in ledger/timestamp.tst -token_in -CAfile tsa.pem</pre>`;
const NO_STAMP =
  '<p>この検印には、町の外の時刻認証局の時刻は付いていません。 <span lang="en">No authority outside the town has put its time on this checkpoint.</span></p>';

/** はじめにお読みください: one page without scripts, for whoever is handed the package. */
export function guideOf(
  card: DocumentCard,
  { verifierKey, entries, stamped }: { verifierKey: string | null; entries: number; stamped: boolean },
): string {
  const number = card.dispatchNumber ?? card.draftNumber ?? '';
  const day = card.decidedAt ? formatWareki(localDateAt(card.decidedAt)) : '';
  const rows = FILES.filter(([name]) => stamped || name !== TOKEN).map(
    ([name, ja, en]) =>
      `<tr><th scope="row"><code>${name}</code></th><td>${ja}<br><span lang="en">${en}</span></td></tr>`,
  );
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>証拠一式 ${escapedHtml(number)}</title>
<style>body{font-family:sans-serif;line-height:1.7;max-width:50rem;margin:2rem auto;padding:0 1rem}th{text-align:left;vertical-align:top;padding-right:1rem;white-space:nowrap}td{padding-bottom:.7rem}span{color:#555}</style></head>
<body><h1>証拠一式</h1>
<p>${escapedHtml(number)}「${escapedHtml(card.title)}」(${escapedHtml(card.section.name)}、${day}決裁)について、何が、だれにより、いつ決められたかを、このシステムがなくても確かめられる一式です。行為の記録は${entries}件です。</p>
<p lang="en">This package shows what was decided, by whom and when, without the system that it comes from. It holds ${entries} entries.</p>
<h2>何が何を証明するか <span lang="en">What proves what</span></h2>
<table>${rows.join('\n')}</table>
<h2>確かめ方 <span lang="en">How to verify</span></h2>
<p>Python 3.9以降があれば、ネットワークなしで確かめられます。 <span lang="en">With Python 3.9 or newer, offline:</span></p>
<pre>python3 verify.py --key verifier-key.txt --package package.zip</pre>
${stamped ? STAMP : NO_STAMP}
<p>食い違いがあれば、ファイルの名前とともに表示します。町の鍵: <span lang="en">What does not hold is named by file. Key of the town:</span></p>
<pre>${escapedHtml(verifierKey ?? '—')}</pre>
</body></html>
`;
}
