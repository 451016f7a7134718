"""Words: what readers see keeps to the word list of docs/glossary.md, and is easy to read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

from clearinghouse.problems.codes import KINDS
from clearinghouse.vocabulary.glossary import GLOSSARY as GLOSSARY_OF_READERS

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
STRUCK = re.findall(r"^\| ([^|-]+?) \|", GLOSSARY.partition("<!-- not for readers")[2].partition("<!-- end of not")[0], re.MULTILINE)[1:]
"""Without the heading of the column."""
KEPT = re.findall(r"^- `([^`]+)`: .+", GLOSSARY.partition("<!-- kept")[2].partition("<!-- end of kept")[0], re.MULTILINE)
"""Texts in which such a word stands with reason."""
_WORDS = re.compile("|".join(rf"\b{re.escape(word)}\b" for words in STRUCK for word in words.split(", ")), re.IGNORECASE)
_TAG, _CODE = re.compile(r"<[^>]*>|<[^>]*$|^[^<>]*=\"[^<>]*>|^[^<>]*\"[^<>]*$"), re.compile(r"`[^`]*`|\{[^}]*\}|```.*?```", re.DOTALL)
_JS_TEXT = re.compile(r'"((?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)* (?:[^`\\]|\\.)*)`')
_JS_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$|\s//\s.*$", re.DOTALL | re.MULTILINE)


def texts_of_python(source: str) -> Iterator[str]:
    """All texts with a space but docstrings, which readers do not see; the docstrings of commands are their help."""
    tree = ast.parse(source)
    unseen = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value and id(node) not in unseen:
            yield _CODE.sub("", node.value)


def texts_of_template(source: str) -> Iterator[str]:
    """What stands between tags, what readers hear of them, and texts that are given to macros."""
    tree = Environment(extensions=["jinja2.ext.i18n"]).parse(source)
    for data in tree.find_all(nodes.TemplateData):
        yield " ".join(re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', data.data))
        yield _TAG.sub(" ", data.data)
    for const in tree.find_all(nodes.Const):
        if isinstance(const.value, str) and " " in const.value:
            yield _TAG.sub(" ", const.value)


def texts_of_script(source: str) -> Iterator[str]:
    """Texts with a space, without comments."""
    for one, other in _JS_TEXT.findall(_JS_COMMENT.sub("", source)):
        yield one or other


def texts_of_prose(source: str) -> Iterator[str]:
    """All but code."""
    yield from _CODE.sub("", source).splitlines()


def texts_of_workflow(source: str) -> Iterator[str]:
    """What they show and write: all but comments, ids and the options of closed lists."""
    lines = (line.strip() for line in source.splitlines())
    yield from (_CODE.sub("", line) for line in lines if not line.startswith(("#", "id:", '- "')))


READERS = {
    ("clearinghouse", "*.py"): texts_of_python,
    ("overrides", "*.html"): texts_of_template,
    ("overrides", "*.js"): texts_of_script,
    ("content", "*.md"): texts_of_prose,
    (".github", "*.md"): texts_of_prose,
    (".github", "*.yml"): texts_of_workflow,
    (".", "README.md"): texts_of_prose,
    (".", "CONTRIBUTING.md"): texts_of_prose,
    (".", "HOSTING.md"): texts_of_prose,
    (".", "SECURITY.md"): texts_of_prose,
}


def struck() -> Iterator[str]:
    """Each text that readers see with a struck word, and where it is."""
    for (folder, pattern), texts in READERS.items():
        for path in sorted((ROOT / folder).glob(pattern) if folder == "." else (ROOT / folder).rglob(pattern)):
            source = path.read_text("utf-8")
            if _WORDS.search(source):  # to parse all files would take seconds
                for text in texts(source):
                    for kept in KEPT:
                        text = text.replace(kept, "")
                    yield from (f"{path.relative_to(ROOT).as_posix()}: {match[0]}: {text.strip()}" for match in _WORDS.finditer(text))


MOST_WORDS, MOST_ON_AVERAGE = 30, 15
"""Of a sentence, and of the sentences of all prose: those whose third language is English read longer ones twice."""


def sentences(text: str) -> Iterator[str]:
    """The sentences of plain text or prose, without headings, tables, code and the addresses of links."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", _CODE.sub("x", text.rpartition("\n---\n")[2]))
    for line in text.splitlines():
        if not line.startswith(("#", "|")):
            yield from filter(None, re.split(r"(?<=[.!?:;])\s+", line.strip()))


def test_prose_problems_and_glossary_are_easy_to_read() -> None:
    """By the length of their sentences."""
    prose = [sentence for path in sorted((ROOT / "content").glob("*.md")) for sentence in sentences(path.read_text("utf-8"))]
    problems = [sentence for kind in KINDS.values() for sentence in sentences(f"{kind.why}\n{kind.mend}")]
    meanings = [sentence for entry in GLOSSARY_OF_READERS for sentence in sentences(entry.meaning)]
    assert not [sentence for sentence in (*prose, *problems, *meanings) if len(sentence.split()) > MOST_WORDS]
    for texts in (prose, problems, meanings):
        assert sum(len(sentence.split()) for sentence in texts) / len(texts) <= MOST_ON_AVERAGE


def test_readers_see_no_struck_word() -> None:
    """In pages, messages, prose, forms and workflows."""
    assert len(STRUCK) > 10
    assert not list(struck()), "\n".join(struck())
