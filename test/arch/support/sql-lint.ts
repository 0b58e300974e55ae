import ts from 'typescript';

/** A place where text could become SQL. */
export interface BuiltStatement {
  readonly line: number;
  readonly reason: string;
}

const runners = new Set(['query', 'rows', 'maybe', 'one', 'change']);

/**
 * Finds statements put together from text: a template or `+` handed to something that runs SQL, `sql` called as a function
 * instead of used as a tag, and hand-made `{ text, values }` with computed text.
 */
export function builtStatements(source: string): BuiltStatement[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2023, true);
  const found: BuiltStatement[] = [];
  const visit = (node: ts.Node): void => {
    const reason = reasonAgainst(node);
    if (reason !== undefined) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, reason });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function reasonAgainst(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) return reasonAgainstCall(node);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const text = propertyOf(node, 'text');
  const isStatement = text !== undefined && propertyOf(node, 'values') !== undefined;
  return isStatement && isComputed(text) ? 'a statement made by hand with computed text' : undefined;
}

function reasonAgainstCall({ expression, arguments: [first] }: ts.CallExpression): string | undefined {
  if (ts.isIdentifier(expression) && expression.text === 'sql') return 'sql called as a function: use it as a tag';
  if (!ts.isPropertyAccessExpression(expression) || !runners.has(expression.name.text) || first === undefined)
    return undefined;
  return isComputed(first) ? `computed text handed to ${expression.name.text}()` : undefined;
}

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = node.properties.find((candidate) => candidate.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

function isComputed(node: ts.Expression): boolean {
  if (ts.isTemplateExpression(node)) return true;
  if (ts.isParenthesizedExpression(node)) return isComputed(node.expression);
  if (ts.isConditionalExpression(node)) return isComputed(node.whenTrue) || isComputed(node.whenFalse);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}
