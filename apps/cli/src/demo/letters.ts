/** What arrives at a town hall. `{place}` is filled with a place of the town. */
export interface Letter {
  readonly section: string;
  readonly kind: string;
  readonly subject: string;
  readonly sender: string;
  readonly senderNumber: string | null;
  readonly channel: 'post' | 'counter' | 'email' | 'lgwan' | 'internal' | 'fax';
  /** Open days until the reply is due; null: none is asked. */
  readonly replyInDays: number | null;
}

const letter = (
  [section, kind, channel]: readonly [string, string, Letter['channel']],
  [subject, sender, senderNumber]: readonly [string, string, string | null],
  replyInDays: number | null,
): Letter => ({ section, kind, channel, subject, sender, senderNumber, replyInDays });

export const LETTERS: readonly Letter[] = [
  letter(['S31', 'inquiry', 'lgwan'], ['福祉施設の実態調査について(照会)', '神奈川県福祉部長', '福地第318号'], 15),
  letter(
    ['S31', 'application', 'counter'],
    ['補助金交付申請書({place}地区社会福祉協議会)', '{place}地区社会福祉協議会会長', null],
    20,
  ),
  letter(['S31', 'petition', 'post'], ['{place}の高齢者サロンの存続に関する要望書', '{place}自治会長', null], 20),
  letter(['S32', 'inquiry', 'lgwan'], ['乳幼児健診の受診状況について(照会)', '神奈川県健康医療部長', '健増第77号'], 10),
  letter(
    ['S33', 'inquiry', 'email'],
    ['国民健康保険の被保険者証に関する調査', '神奈川県国民健康保険団体連合会', '国連第1204号'],
    12,
  ),
  letter(['S41', 'application', 'counter'], ['道路占用許可申請書({place})', '浜見ガス株式会社', null], 14),
  letter(['S41', 'petition', 'post'], ['{place}地内の側溝の改修について(要望)', '{place}自治会長', null], 20),
  letter(['S42', 'general', 'email'], ['秋の物産展への出展のご案内', '湘南地域観光協会', '湘観第9号'], null),
  letter(
    ['S43', 'general', 'lgwan'],
    ['一般廃棄物処理計画の改定について(通知)', '神奈川県環境部長', '資循第456号'],
    null,
  ),
  letter(['S44', 'inquiry', 'lgwan'], ['下水道事業の経営状況について(照会)', '神奈川県県土整備部長', '下水第88号'], 15),
  letter(
    ['S21', 'general', 'lgwan'],
    ['地方公務員の服務規律の確保について(通知)', '総務省自治行政局公務員部長', '総行公第52号'],
    null,
  ),
  letter(['S21', 'disclosure', 'counter'], ['情報公開請求書(庁舎建設に関する会議録)', '浜見太郎', null], 14),
  letter(['S21', 'appeal', 'post'], ['審査請求書(公文書一部公開決定)', '港 花子', null], 30),
  letter(['S22', 'inquiry', 'lgwan'], ['決算統計に関する調査について(依頼)', '神奈川県市町村課長', '市町第1021号'], 15),
  letter(
    ['S23', 'inquiry', 'lgwan'],
    ['固定資産の価格等の概要調書について', '神奈川県税務指導課長', '税指第233号'],
    18,
  ),
  letter(
    ['S24', 'general', 'fax'],
    ['総合防災訓練の実施について(通知)', '神奈川県くらし安全防災局長', '災対第61号'],
    null,
  ),
  letter(['S11', 'inquiry', 'email'], ['総合計画の策定状況に関するアンケート', '全国町村会', '町村第345号'], 20),
  letter(
    ['S12', 'general', 'lgwan'],
    ['自治体情報システムの標準化について(通知)', 'デジタル庁統括官', 'デ社第710号'],
    null,
  ),
  letter(
    ['S61', 'general', 'internal'],
    ['学校施設の安全点検について(依頼)', '神奈川県教育委員会教育長', '教財第98号'],
    15,
  ),
  letter(
    ['S62', 'petition', 'post'],
    ['{place}公民館の利用時間の延長について(要望)', '{place}公民館利用者の会', null],
    20,
  ),
];
