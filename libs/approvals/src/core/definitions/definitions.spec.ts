import { localDate } from '@fubako/kernel';
import { effectiveFrom, saysProposed } from '../proposal';
import { cellFault, faultElsewhere } from './definition-faults';
import { definitionState } from './definition-state';
import { proposalText } from './proposal-text';

const day = localDate;

describe('where a version stands (RULE-100)', () => {
  const all = [
    { version: 1, validFrom: day('2026-04-01') },
    { version: 2, validFrom: day('2026-06-01') },
    { version: 3, validFrom: day('2026-06-01') },
    { version: 4, validFrom: day('2026-09-01') },
  ];
  const states = (today: string) => all.map(({ version }) => definitionState(version, all, day(today)));

  it('in force is the newest that has begun, of one day the one published last', () => {
    expect(states('2026-05-31')).toEqual(['in_force', 'scheduled', 'scheduled', 'scheduled']);
    expect(states('2026-06-01')).toEqual(['past', 'past', 'in_force', 'scheduled']);
    expect(states('2027-01-01')).toEqual(['past', 'past', 'past', 'in_force']);
  });

  it('before the first one, the first', () => {
    expect(states('2026-01-01')[0]).toBe('in_force');
  });
});

describe('FORM-4 the words of the decision', () => {
  const change = (n: number) => ({ label: `項目${n}`, before: '前', after: '後'.repeat(200) });
  const proposed = {
    kind: 'form',
    code: 'contract',
    name: '契約の締結',
    basedOn: 3,
    note: '欄を設ける',
    validFrom: day('2026-06-01'),
    changes: [
      { label: '根拠', before: null, after: '根拠 文字 任意' },
      { label: '備考', before: '備考 文字 任意', after: null },
      { label: '期間', before: '期間 文字 任意', after: '期間 文字 必須' },
    ],
    openDocuments: 4,
    sha256: 'ab12',
  } as const;

  it('say what is added, taken out and changed, from which day, for how many documents not, and the digest', () => {
    expect(proposalText(proposed)).toEqual({
      subject: '様式「契約の締結」の一部改正について(令和8年6月1日施行)',
      body: [
        '様式「契約の締結」(contract)を次のとおり改める。施行日は令和8年6月1日(決裁がその後となるときは決裁の日)とする。',
        '改正の理由: 欄を設ける',
        '新旧対照(第3版と、3件)',
        '・根拠【加える】根拠 文字 任意',
        '・備考【削る】備考 文字 任意',
        '・期間【改める】期間 文字 任意 → 期間 文字 必須',
        '作成中・進行中の文書4件は、作成したときの版のままとする。',
        '内容(SHA-256) ab12',
      ].join('\n'),
    });
  });

  it('fit into a body of 20,000 characters, however much changes', () => {
    const { body } = proposalText({ ...proposed, changes: Array.from({ length: 500 }, (_, n) => change(n)) });
    expect(body.length).toBeLessThan(20_000);
    expect(body).toContain('・ほか440件');
  });

  it('hold only as long as the document says them, for the same day where it names one', () => {
    const text = proposalText(proposed).body;
    const what = { text, validFrom: proposed.validFrom };
    expect(saysProposed({ body: `${text}\n以上` }, what)).toBe(true);
    expect(saysProposed({ body: text, effectiveOn: '2026-06-01' }, what)).toBe(true);
    expect(saysProposed({ body: text, effectiveOn: '2026-06-02' }, what)).toBe(false);
    expect(saysProposed({ body: text.replace('4件', '5件') }, what)).toBe(false);
    expect(effectiveFrom(day('2026-06-01'), day('2026-06-03'))).toBe('2026-06-03');
    expect(effectiveFrom(day('2026-06-01'), day('2026-05-03'))).toBe('2026-06-01');
  });
});

describe('FORM-5 what a change breaks elsewhere', () => {
  const fault = {
    file: 'delegation_rules.csv',
    line: 4,
    field: 'when',
    code: 'package.unknown-field',
    message: '「amount」がありません。',
    english: 'There is no “amount”.',
  };

  it('is told with the place where it stands, in both languages', () => {
    expect(faultElsewhere(fault, 'ja')).toBe('専決規程の3行目に合わなくなります。「amount」がありません。');
    expect(faultElsewhere(fault, 'en')).toBe(
      'Row 3 of the delegation table would no longer fit. There is no “amount”.',
    );
    expect(faultElsewhere({ ...fault, file: 'matter_types.csv' }, 'en')).toBe(
      'A matter type would no longer fit. There is no “amount”.',
    );
  });

  it('what the importer says of files is said of what is on the screen', () => {
    const series = {
      file: 'matter_types.csv',
      line: 2,
      field: 'default_series_code',
      code: 'package.unknown-reference',
      message: '「default_series_code」の番号系列「S-X」が number_series.csv にありません。',
      english: '“default_series_code”: “S-X” is not in number_series.csv.',
    };
    expect(cellFault(series, '番号系列', 'ja')).toBe('番号系列: その番号系列はありません。選び直してください。');
    expect(cellFault({ ...series, field: 'name', code: 'package.required' }, 'Name', 'en')).toBe('Name: Fill this in.');
  });
});
