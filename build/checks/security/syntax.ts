import ts from 'typescript'

/** One node of a source file, with what a rule asks of it. */
export interface Place {
  readonly file: string
  readonly node: ts.Node
}

/** The text of a string, or what a template says before, between and after its values (each as `${}`). */
export function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `\${}${literal.text}`).join('')
  return ts.isJsxText(node) ? node.text : undefined
}

/** The name that is called, after the last dot: `openExternal` for `shell.openExternal(url)`. */
export function calledName(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined
  return nameOf(node.expression)
}

export function nameOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (ts.isElementAccessExpression(node)) return textOf(node.argumentExpression)
  return undefined
}

/** `name: value` in an object, or `name={value}` on an element. */
export function property(node: ts.Node): readonly [name: string, value: string] | undefined {
  if (ts.isPropertyAssignment(node))
    return [node.name.getText().replaceAll(/['"]/g, ''), node.initializer.getText()]
  if (ts.isJsxAttribute(node)) return [node.name.getText(), node.initializer?.getText() ?? 'true']
  return undefined
}

/** Whether a name is used, as such or after a dot. */
export function uses(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node)) return names.has(node.text)
  return ts.isElementAccessExpression(node) && names.has(textOf(node.argumentExpression) ?? '')
}
