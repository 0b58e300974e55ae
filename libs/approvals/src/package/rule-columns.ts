import { CellFault, type Column, type Words, text } from '@fubako/organisation';
import { ExpressionFault, parseExpression } from '../core/expression';
import type { ConcurrenceGroup } from '../core/route-facts';

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

function conditionFault(source: string): Words | null {
  try {
    parseExpression(source);
    return null;
  } catch (error) {
    const example = 'method == "随意契約" and amount > 1300000';
    if (!(error instanceof ExpressionFault))
      return {
        ja: `条件として読めません。引用符の中の「\\」を確かめてください(例: ${example})。`,
        en: `this is no condition. Check “\\” within quotation marks (such as “${example}”).`,
      };
    const { found: what, position } = error;
    const place = source.indexOf(what, position) + 1;
    return what === ''
      ? {
          ja: `条件として途中で終わっています(${place}文字目)。続きを書いてください(例: ${example})。`,
          en: `the condition ends too early, at character ${place}. Go on with it (such as “${example}”).`,
        }
      : {
          ja: `${place}文字目の「${what}」のところで条件として読めません。直してください(例: ${example})。`,
          en: `the condition cannot be read from “${what}” on, at character ${place}. Correct it (such as “${example}”).`,
        };
  }
}

/**
 * `S12;S22` in parallel, `S12>S22` one after the other, `S12;S22#1` any one of them, `S22/U221` by way of a unit:
 * groups in order, the sections of a group side by side (RULE-31).
 */
export function concurrence(): Column<readonly ConcurrenceGroup[]> {
  return { read: readGroups, whenEmpty: { value: [] } };
}

function readGroups(cell: string): readonly ConcurrenceGroup[] | CellFault {
  const groups: ConcurrenceGroup[] = [];
  for (const written of cell.split('>')) {
    const group = readGroup(written);
    if (group instanceof CellFault) return group;
    groups.push(group);
  }
  const units = groups.flatMap((group) => group.units).flatMap((path) => path.split('/'));
  const bad = units.find((unit) => !UNIT_CODE.test(unit));
  if (bad !== undefined)
    return concurrenceFault({
      ja: `組織のコードを、同時なら「;」、順番なら「>」、課の中の係を経るなら「/」で区切って書いてください(「${bad}」は読めません)。`,
      en: `write codes of units with “;” between those at the same time, “>” between those in turn and “/” before a unit within (“${bad}” cannot be read).`,
    });
  const twice = units.find((unit, index) => units.indexOf(unit) !== index);
  return twice === undefined
    ? groups
    : concurrenceFault({
        ja: `合議先「${twice}」が二度書かれています。一つにしてください。`,
        en: `“${twice}” is there twice. Keep one.`,
      });
}

/** `#n` after a group: so many of its sections must agree. */
function readGroup(written: string): ConcurrenceGroup | CellFault {
  const [list = '', count, ...rest] = written.split('#');
  const units = list.split(';').map((unit) => unit.trim());
  if (count === undefined) return { units, need: 'all' };
  const need = Number(count.trim());
  if (rest.length > 0 || !Number.isInteger(need) || need < 1 || need > units.length)
    return concurrenceFault({
      ja: `「#」の後には、同意が要る課の数を1から${units.length}までで書いてください(「${count.trim()}」は読めません)。`,
      en: `write after “#” how many sections must agree, from 1 to ${units.length} (“${count.trim()}” cannot be read).`,
    });
  return { units, need: need === units.length ? 'all' : need };
}

function concurrenceFault(words: Words): CellFault {
  return new CellFault('package.bad-concurrence', words);
}
