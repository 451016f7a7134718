"""Linked scripts: a module that no other imports leaves as one classic script with all that it needs, and no other does."""

import re

import pytest

from clearinghouse.publications.linked_scripts import linked_scripts
from clearinghouse.publications.offline.file_form import READER
from clearinghouse.publications.offline.frames import WRITER
from clearinghouse.publications.offline.narrowing import LEADING
from tests.support.running import ROOT

MODULES = {
    "assets/one/start.js": """// Start: says it.
import { sum, twice } from "../two/sums.js"
import { NAME } from "./name.js"

/** @param {number} number @returns {Promise<typeof import("./late.js")>} */
export const late = () => import("./late.js")

console.log(twice(sum(1, 2)), NAME, import.meta.url) // kept
""",
    "assets/one/name.js": 'export const NAME = "x"\n',
    "assets/one/late.js": 'import { NAME } from "./name.js"\n\nexport async function name() {\n  return NAME\n}\n',
    "assets/two/sums.js": """import { NAME } from "../one/name.js"

export class Named {
  name = NAME
}
/**
 * The sum.
 */
export function sum(one, other) {
  return one + other
}
export const twice = (number) => 2 * number
""",
}
START = """// assets/one/start.js, linked with the modules that it imports, as docs/scripts.md says.
(() => {
"use strict"
const $source = document.currentScript.src;
globalThis.clearingHouse ??= {};
"""


def test_only_modules_that_no_other_imports_are_given_out() -> None:
    """Each at its own address; one that is fetched late by itself."""
    assert [address for address, _ in linked_scripts(MODULES)] == ["assets/one/late.js", "assets/one/start.js"]


def test_a_script_holds_each_module_once_and_after_those_that_it_imports() -> None:
    """In the same order each time, without comments that stand alone, and its exports are found by whoever fetches it late."""
    late, start = dict(linked_scripts(MODULES)).values()
    assert start.startswith(START)
    body = start.removeprefix(START)
    assert (
        body.partition("const $assets_one_name")[2]
        == """ = (() => {
const NAME = "x"
return { NAME }
})();
const $assets_two_sums = (() => {
const { NAME } = $assets_one_name;
class Named {
name = NAME
}
function sum(one, other) {
return one + other
}
const twice = (number) => 2 * number
return { Named, sum, twice }
})();
const $assets_one_start = (() => {
const { sum, twice } = $assets_two_sums;
const { NAME } = $assets_one_name;
const late = () => $late("assets/one/late.js")
console.log(twice(sum(1, 2)), NAME, $source) // kept
return { late }
})();
(clearingHouse.entries ??= {})["assets/one/start.js"] = $assets_one_start;
})()
"""
    )
    assert '(clearingHouse.entries ??= {})["assets/one/late.js"] = $assets_one_late;\n' in late
    assert list(linked_scripts(MODULES)) == list(linked_scripts(dict(reversed(MODULES.items()))))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('import x from "./name.js"\n', "import x from"),
        ('import * as x from "./name.js"\n', "import * as x"),
        ('export { NAME } from "./name.js"\n', "export { NAME }"),
        ("export default 1\n", "export default 1"),
        ("export let number = 1\n", "export let number"),
        ("export const { a, b } = c\n", "export const { a, b }"),
        ('import { NAME } from "./names.js"\n', "assets/one/names.js, which is not there"),
        ('import { NAMES } from "./name.js"\n', "imports NAMES, which assets/one/name.js does not export"),
        ('const x = () => import("./name.js")\nimport { NAME } from "./name.js"\n', "assets/one/name.js is fetched late"),
        ('const x = () => import("./names.js")\n', "assets/one/names.js is fetched late"),
        ("const x = () => import('./name.js')\n", "in double quotes"),
        ("const x = () => import(`./name.js`)\n", "in double quotes"),
    ],
)
def test_what_is_not_read_here_is_refused(text: str, complaint: str) -> None:
    """Rather than given out wrong."""
    modules = {"assets/one/other.js": text, "assets/one/name.js": MODULES["assets/one/name.js"]}
    with pytest.raises(ValueError, match=re.escape(complaint)):
        list(linked_scripts(modules))


def test_only_what_is_a_comment_is_left_out() -> None:
    """Neither a pattern of paths in a text, nor what stands between two of them."""
    text = 'export const glob = `a/**` // for assets/**\nlog("here")\n/* export const old = 1 */\n/** @param {number} one */\nlog(glob)\n'
    script = dict(linked_scripts({"assets/one/start.js": text}))["assets/one/start.js"]
    assert 'const glob = `a/**` // for assets/**\nlog("here")\nlog(glob)\nreturn { glob }' in re.sub("\n+", "\n", script)


def test_a_circle_is_refused() -> None:
    """No order of its modules would do."""
    modules = {f"assets/one/{one}.js": f'import {{ x }} from "./{other}.js"\nexport const x = 1\n' for one, other in ("ab", "ba")}
    with pytest.raises(ValueError, match="cycle"):
        list(linked_scripts(modules))


def test_every_script_is_loaded_by_a_page_or_by_another_script() -> None:
    """A module that is forgotten by all others would be given out for nobody."""
    overrides = ROOT / "overrides"
    own = (path for path in overrides.glob("assets/**/*.js") if path.parent.name != "vendor")
    modules = {path.relative_to(overrides).as_posix(): path.read_text("utf-8") for path in own}
    linked = dict(linked_scripts(modules))
    pages = "".join(path.read_text("utf-8") for path in [*overrides.rglob("*.html"), ROOT / "mkdocs.yml"])
    named = set(re.findall(r"assets/[\w/]+\.js(?=[' \"\n])", pages))
    late = {address for script in linked.values() for address in re.findall(r'\$late\("([^"]+)"\)', script)}
    assert set(linked) == named | late | {READER, WRITER, LEADING}
