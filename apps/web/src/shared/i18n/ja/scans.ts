/** スキャナー取込み: files that scanners lay down. */
export const scans = {
  'scans.title': 'スキャナー取込み',
  'scans.help':
    '取込口（共有フォルダーなど）にスキャナーが置いたファイルの記録です。取り込んだものは主管課の収受の一覧に「未収受」で入ります。件名と差出人は、収受のときに直してください。',
  'scans.separator': '仕切り紙（PDF）',
  'scans.views': '記録の絞り込み',
  'scans.all': 'すべて',
  'scans.state.taken': '取込済み',
  'scans.state.repeated': '取込済みと同じ内容',
  'scans.state.refused': '受け付けられない',
  'scans.state.waiting': '待っている',
  'scans.repeatedHelp':
    '同じ内容のファイルは取り込み済みなので、収受は増やしていません。別の収受が必要なときは「収受を登録」から登録してください。',
  'scans.aside': '元のファイルは、取込口の rejected/{id} に理由と一緒に残してあります。',
  'scans.notWatched':
    'この町ではスキャナー取込みを使っていません。使うときは、システム管理者が置き場所（SCAN_FOLDER または SCAN_BUCKET）と取込口（scan_inlets.csv）を設定します。',
  'scans.empty': 'まだありません。スキャナーが取込口に置いたファイルが、一分以内にここに出ます。',
} as const;
