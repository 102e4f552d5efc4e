import ts from 'typescript';
import type { Source } from './sources.ts';

/** Calls that read the world or start something; at import time they make a start-up slow and a test dependent on order. */
const WORK = /Sync$|^(fetch|loadContract|setTimeout|setInterval|createServer|spawn|exec)$/;

/** What a file does while it is imported, beyond declaring: `path:line what`. */
export function importTimeWork({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const note = (node: ts.Node, what: string) => {
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
  };
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && WORK.test(nameOf(node.expression))) note(node, `calls ${nameOf(node.expression)}`);
    if (ts.isPropertyAccessExpression(node) && /^process\.(env|argv|cwd)$/.test(node.getText()))
      note(node, `reads ${node.getText()}`);
    if (ts.isAwaitExpression(node)) note(node, 'waits');
    // A field of an instance is set when one is made, not when the class is declared.
    if (
      ts.isPropertyDeclaration(node) &&
      !ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
    )
      return;
    ts.forEachChild(node, look);
  };
  for (const statement of file.statements) {
    if (ts.isExpressionStatement(statement)) note(statement, 'runs a statement');
    if (ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const))
      note(statement, 'keeps a variable');
    look(statement);
  }
  return found;
}

const nameOf = (callee: ts.Expression): string =>
  ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
