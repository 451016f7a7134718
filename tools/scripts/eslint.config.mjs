// What eslint holds the scripts of overrides/ to, beside their types: few rules, each with its reason. Forms of import and
// export other than these the linker (clearinghouse/publications/linked_scripts.py) does not read.

const FORMS = [
  ["ExportDefaultDeclaration", "export by name: so a name can be searched for"],
  ["ExportAllDeclaration, ExportNamedDeclaration[source], ExportNamedDeclaration[declaration=null]", "export where a thing is declared"],
  ["ExportNamedDeclaration > VariableDeclaration[kind!='const']", "export what stays: the linker hands values over once"],
  ["ExportNamedDeclaration > VariableDeclaration[declarations.length!=1]", "export one thing at a time"],
  ["ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[id.type!='Identifier']", "export by name"],
  ["ImportDefaultSpecifier, ImportNamespaceSpecifier", "import by name: so it is seen what a module needs"],
  ["ImportDeclaration[specifiers.length=0]", "import what is used"],
  ["Program > ExpressionStatement > AwaitExpression, Program > VariableDeclaration > VariableDeclarator > AwaitExpression", "a classic script cannot wait while it loads"],
  ["Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > AwaitExpression", "a classic script cannot wait while it loads"],
  ["TemplateElement[value.raw=/\\n/]", "the linker takes margins away, in texts of several lines too: join them"],
  ["Literal[value=/(?:^|[\\s(])\\/\\*/], TemplateElement[value.raw=/(?:^|[\\s(])\\/\\*/]", "the linker takes comments away, and would take this for one"],
  ["Identifier[name=/^\\$/]", "names with a dollar in front are the linker's"],
  ["AssignmentExpression[left.object.name=/^(?:globalThis|window|self)$/]:not([left.property.name=/^(?:clearingHouse|fetch)$/])", "there is one global: see assets/site/house.js"],
  ["MemberExpression[property.name=/^(?:innerHTML|outerHTML|insertAdjacentHTML)$/]", "text is set as text: what a record says must not become markup"],
]

export default [
  { ignores: ["overrides/assets/vendor/**"] }, // as others wrote it
  {
    files: ["overrides/**/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-syntax": ["error", ...FORMS.map(([selector, message]) => ({ selector, message }))],
      eqeqeq: "error", // `==` converts
      "no-var": "error", // `var` leaks out of its block
      "prefer-const": ["error", { destructuring: "all" }], // what changes is seen at once
      "no-eval": "error", // and what evaluates text, the policy of the pages bars as well
      "no-implied-eval": "error",
      "no-shadow": ["error", { builtinGlobals: false, hoist: "functions" }], // one name, one thing
      "no-floating-decimal": "error", // `.5` is misread
      "no-self-compare": "error", // a slip of the hand
      "no-unreachable": "error",
      "max-lines": ["error", { max: 200, skipBlankLines: false }], // a module is one noun
      "max-lines-per-function": ["error", { max: 130, skipBlankLines: true, skipComments: true }], // the search page, a closure over one question, is the longest
      complexity: ["error", 17], // what has more ways through than these is split
    },
  },
]
