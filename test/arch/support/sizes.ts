import ts from 'typescript';

/** A function of any kind: how many lines it has and how many things it asks for. */
export interface MeasuredFunction {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
  /** a framework fills its parameters: a constructor, or a route whose parameters carry decorators */
  readonly injected: boolean;
}

/** @param path its ending tells how to read angle brackets: as a type or as an element */
export function functionsIn(source: string, path: string): MeasuredFunction[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true);
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const found: MeasuredFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const line = lineOf(node.getStart(file));
      found.push({
        name: nameOf(node),
        line,
        lines: lineOf(node.getEnd()) - line + 1,
        parameters: node.parameters.filter((parameter) => parameter.name.getText(file) !== 'this').length,
        injected: ts.isConstructorDeclaration(node) || node.parameters.some(isDecorated),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isDecorated(parameter: ts.ParameterDeclaration): boolean {
  return (ts.getDecorators(parameter) ?? []).length > 0;
}

/** The value below which the given share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '(anonymous)';
}
