/**
 * Which characters count as one when texts are searched. The stored original is never changed by this.
 *
 * Source: compiled for this product from general knowledge of the public lists: the old forms (旧字体) of the 常用漢字表,
 * the accepted variants (異体字) of the 人名用漢字 and 表外漢字字体表, and the forms met in names of the family register.
 * Each group is written `common form, then its variants`; a variant belongs to one group only, and a common form is never a
 * variant elsewhere, so that folding twice changes nothing. Only pairs that mean the same word stand here:
 * 阪/坂, 著/着 or 聯/連 are different spellings and stay apart. Forms that NFKC already unites need no entry.
 */
const KANJI = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩
仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴 殻殼 覚覺 学學斈 岳嶽 楽樂 渇渴 缶罐鑵 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀
気氣 既旣 帰歸皈 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 郷鄕鄉 暁曉 区區 駆驅駈 勲勳 薫薰 径徑 茎莖 恵惠
掲揭 渓溪谿 経經 蛍螢 軽輕 継繼 鶏鷄雞 芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍劔劒剱釼 険險 圏圈 検檢 献獻 権權 顕顯 験驗
厳嚴 戸戶户 呉吳吴 娯娛 広廣 効效 恒恆 黄黃 鉱鑛礦砿 号號 告吿 国國圀囯 黒黑 砕碎 済濟 斉齊齋斎 歳歲 剤劑 雑雜襍 参參 桟棧
蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 舎舍 写寫 釈釋 寿壽夀 収收 従從 渋澁澀 獣獸 縦縱 粛肅 処處 緒緖 叙敍敘
尚尙 将將 称稱 渉涉 焼燒 証證 奨奬 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 真眞 寝寢 慎愼 尽盡
図圖 粋粹 酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 青靑 清淸 静靜 税稅 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪
双雙 壮壯 争爭 荘莊 捜搜 挿插揷 巣巢 曽曾 痩瘦 装裝 総總緫 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體躰軆 帯帶
滞滯 台臺 滝瀧 択擇 沢澤 脱脫 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞
鉄鐵鐡銕 点點 転轉 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬪鬭 徳德悳惪 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發
髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 瓶甁 払拂 仏佛 併倂 並竝 餅餠 辺邊邉 変變 弁辨瓣辯辧 歩步 宝寶寳 豊豐 褒襃 翻飜 毎每
万萬 満滿 麺麵麪 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚
塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀 炉爐 労勞 楼樓 録錄 湾灣 隷隸 亀龜
巌巖 桧檜 鶯鴬 竈竃 籠篭 藪薮 諫諌 頸頚 侠俠 倶俱 噛嚙 嚢囊 填塡 尭堯 屡屢 掴摑 掻搔 涜瀆 灌潅 溌潑 焔焰 祷禱 禄祿 穣穰 箪簞
繍繡 繋繫 莱萊 蒋蔣 蝉蟬 蝋蠟 躯軀 醗醱 醤醬 靭靱 頬頰 顛顚 騨驒 鯵鰺 鴎鷗 麹麴 槙槇 遥遙 瑶瑤 凜凛 亘亙 晋晉 祢禰 剥剝
叱𠮟 呑吞 嘘噓 屏屛 并幷 鹸鹼 濤涛 壺壷 迩邇 蛎蠣 蝿蠅 砺礪 梼檮 賤賎 贋贗 穎頴 聡聰
高髙 崎﨑嵜 吉𠮷 島嶋嶌 富冨 館舘 柳栁桺 桑桒 淵渕渊 峰峯 船舩 園薗 芦蘆 松枩柗 梅楳 秋穐龝 鶴靏靍 磯礒 橋𣘺槗 土圡𡈽 丈𠀋 杉杦
旗籏 村邨 昇曻 昂昻 晃晄 映暎 熙熈煕 皐皋 哲喆 喜㐂 珍珎 柏栢 毘毗 宜冝 奇竒 多夛 卯夘 爾尓 岩嵓嵒 庵菴 萌萠 蘇蘓 湧涌
強强 郎郞 説說 悦悅 閲閱 鋭銳 姫姬 産產 彦彥 顔顏 教敎 飲飮 刃刄 内內 呂吕 宮宫 啓啟 毀毁 妍姸 窓窗窻 讃讚 鑽鑚 稚穉
略畧 留畄畱 畝畆畒 鼓皷 竪豎 箏筝 蓑簑 糧粮 綿緜 舗舖鋪 鑑鑒 涼凉 沖冲 況况 決决 減减 準凖 厨廚 厩廐廏 回囘囬 場塲 婿壻聟
姉姊 冤寃 紙帋 往徃 怪恠 携攜 曳曵 期朞 枡桝 棋棊 楕橢 鬱欝 汚汙 濾沪 闊濶 煙烟 炯烱 床牀 猫貓 嘗甞 杯盃 蓋葢盖 碍礙
稿稾 纏纒 群羣 恥耻 脈脉 脚腳 腸膓 虎乕 蕊蘂蕋 裏裡 解觧 詠咏 歌謌 質貭 走赱 跡蹟迹 疎踈 達逹 鉤鈎 閉閇 陰隂 隣鄰 雁鴈
韮韭 飾餝 鵞鵝 鼠鼡 蟹蠏 俎爼 協恊 衆眾
虎⻁ 西⻄ 角⻆ 長⻑ 青⻘ 食⻝ 骨⻣ 鬼⻤ 麦⻨ 黄⻩ 斉⻫ 歯⻭ 竜⻯ 亀⻲
`;

/** Small ケ and カ of place names and counters (茅ヶ崎, 三ヵ所). Hiragana and katakana otherwise stay apart. */
const KANA = 'ケヶ カヵ';

/** Hyphens, dashes, minus signs and rules; the long-vowel mark too, because input methods write it between digits (1ー2). */
const DASHES = '-‐‒–—―⁃−─━⸺⸻ー';

/** Wave dashes and tildes. */
const WAVES = '~〜∼∿〰⁓';

/** Sigma at the end of a word is sigma. */
const GREEK = 'σς';

function tableOf(groups: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap((group) => {
      const [common = '', ...variants] = group;
      return variants.map((variant): [string, string] => [variant, common]);
    }),
  );
}

/** Old and variant kanji → common form; small kana of place names among them. */
export const KANJI_TABLE = tableOf([...KANJI.trim().split(/\s+/u), ...KANA.split(' ')]);

/** Signs of many widths → one. */
export const SIGN_TABLE = tableOf([DASHES, WAVES, GREEK]);

/** Variant → common form, one code point each. Applied after NFKC and lower case. */
export const FOLD_TABLE: ReadonlyMap<string, string> = new Map([...KANJI_TABLE, ...SIGN_TABLE]);
