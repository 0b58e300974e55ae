import { CellFault, type Column, text } from '@fubako/organisation';
import { ExpressionFault, parseExpression } from '../core/expression';

const UNIT_CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/;

/** `when`: a condition as it is written, known to parse; empty: always. */
export function condition(): Column<string> {
  const plain = text({ max: 500 });
  const read = (cell: string): string | CellFault => {
    const source = plain.read(cell);
    if (source instanceof CellFault) return source;
    const fault = conditionFault(source);
    return fault === null ? source : new CellFault('package.bad-condition', fault);
  };
  return { read, whenEmpty: { value: '' } };
}

function conditionFault(source: string): string | null {
  try {
    parseExpression(source);
    return null;
  } catch (error) {
    const example = '例: method == "随意契約" and amount > 1300000';
    if (!(error instanceof ExpressionFault))
      return `条件として読めません。引用符の中の「\\」を確かめてください(${example})。`;
    const what = error.found;
    const place = `${source.indexOf(what, error.position) + 1}文字目`;
    return what === ''
      ? `条件として途中で終わっています(${place})。続きを書いてください(${example})。`
      : `${place}の「${what}」のところで条件として読めません。直してください(${example})。`;
  }
}

/** `S12;S22` in parallel, `S12>S22` one after the other: groups in order, the units of a group in parallel (RULE-31). */
export function concurrence(): Column<readonly (readonly string[])[]> {
  const read = (cell: string): readonly (readonly string[])[] | CellFault => {
    const groups = cell.split('>').map((group) => group.split(';').map((unit) => unit.trim()));
    const units = groups.flat();
    const bad = units.find((unit) => !UNIT_CODE.test(unit));
    if (bad !== undefined)
      return new CellFault(
        'package.bad-concurrence',
        `組織のコードを、同時なら「;」、順番なら「>」で区切って書いてください(「${bad}」は読めません)。`,
      );
    const twice = units.find((unit, index) => units.indexOf(unit) !== index);
    return twice === undefined
      ? groups
      : new CellFault('package.bad-concurrence', `合議先「${twice}」が二度書かれています。一つにしてください。`);
  };
  return { read, whenEmpty: { value: [] } };
}
