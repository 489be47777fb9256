import { type AnyNode, type Expression, type Function as FunctionNode, parse } from 'acorn';
import { simple } from 'acorn-walk';

/**
 * The bundle followed by one top-level function per exported name, which is what menus, triggers and pages can call
 * (developers.google.com, V8 runtime overview). A stub has the parameter names of its export. Throws when a name stands
 * twice, is the namespace's own, ends in `_` (Google hides it) or is no function.
 */
export function withStubs(code: string, namespace: string, names: readonly string[]): string {
  const taken = new Set([namespace]);
  const declared = functionParameters(code);
  const stubs = names.map((name) => {
    if (taken.has(name)) throw new Error(`Two top-level functions are called ${name}: rename one of the exports.`);
    taken.add(name);
    if (name.endsWith('_')) throw new Error(`Google hides ${name}, which ends in _: rename the export.`);
    const parameters = declared.get(name);
    if (!parameters) throw new Error(`The export ${name} is no function: Google can call functions only.`);
    const list = parameters.join(', ');
    return `function ${name}(${list}) { return ${namespace}.${name}(${list}); }`;
  });
  return `${code}\n${stubs.join('\n')}\n`;
}

/** Parameter names by exported name, read from the `exports.name = local` lines that rollup writes. */
function functionParameters(code: string): Map<string, string[]> {
  const locals = new Map<string, AnyNode>();
  const exported = new Map<string, Expression>();
  simple(parse(code, { ecmaVersion: 'latest' }), {
    FunctionDeclaration(node) {
      if (node.id) locals.set(node.id.name, node);
    },
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init) locals.set(id.name, init);
    },
    AssignmentExpression({ left, right }) {
      if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier' || left.object.name !== 'exports')
        return;
      if (left.property.type === 'Identifier') exported.set(left.property.name, right);
    },
  });
  const found = new Map<string, string[]>();
  for (const [name, expression] of exported) {
    const node = findFunction(expression, locals);
    if (node) found.set(name, parameterNames(node));
  }
  return found;
}

/** The function that stands there: written out, by its name, or as what the function returns that is called there. */
function findFunction(node: AnyNode | null | undefined, locals: ReadonlyMap<string, AnyNode>): FunctionNode | null {
  switch (node?.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return node;
    case 'Identifier':
      return findFunction(locals.get(node.name), locals);
    case 'CallExpression': {
      const called = findFunction(node.callee, locals);
      return called && findFunction(returnedBy(called), locals);
    }
    default:
      return null;
  }
}

function returnedBy({ body }: FunctionNode): AnyNode | null | undefined {
  if (body.type !== 'BlockStatement') return body;
  return body.body.find((statement) => statement.type === 'ReturnStatement')?.argument;
}

function parameterNames({ params }: FunctionNode): string[] {
  return params.map((parameter, index) => {
    const named = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    return named.type === 'Identifier' ? named.name : `argument${String(index + 1)}`;
  });
}
