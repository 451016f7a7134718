"""Expressions: the few of GitHub Actions that the workflows use, over a context that a test makes up."""

import re
from collections.abc import Mapping
from typing import Any

_TOKEN = re.compile(r"\s*(?:join\(([\w.*-]+), '([^']*)'\)|('(?:[^']|'')*')|([A-Za-z_][\w.-]*)(\(\))?|(==|!=|&&|\|\||!|\(|\)))")
_OPERATORS = {"==": "==", "!=": "!=", "&&": "and", "||": "or", "!": "not", "(": "(", ")": ")"}


def value_of(expression: str, context: Mapping[str, Any]) -> Any:
    """The value of an expression without its braces. A path that leads nowhere is empty, as GitHub has it."""
    parts, at = [], 0
    text = expression.strip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        assert token, f"cannot read {text[at:]!r}"
        at = token.end()
        joined, between, quoted, name, call, operator = token.groups()
        if joined:
            parts.append(repr(between.join(_value_at(joined, context))))
        elif quoted:
            parts.append(repr(quoted[1:-1].replace("''", "'")))
        elif call:
            parts.append(repr({"cancelled": False, "success": bool(context["is_well"])}[name]))
        elif name:
            parts.append(repr(_value_at(name, context)))
        else:
            parts.append(_OPERATORS[operator])
    return eval(" ".join(parts), {"__builtins__": {}})


def _value_at(path: str, context: Mapping[str, Any]) -> Any:
    value: Any = context
    for part in path.split("."):
        if isinstance(value, list):
            value = value if part == "*" else [member.get(part) for member in value]
        else:
            value = value.get(part) if isinstance(value, Mapping) else None
    return "" if value is None else value


def filled_in(text: str, context: Mapping[str, Any]) -> str:
    """A text of a workflow with its `${{ … }}` replaced."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(value_of(match[1], context)), text)


def is_so(condition: str | None, context: Mapping[str, Any]) -> bool:
    """Whether an `if` holds; without a status function it asks for success as well."""
    if condition is None:
        return bool(context["is_well"])
    inner = re.sub(r"^\$\{\{(.*)\}\}$", r"\1", condition.strip(), flags=re.DOTALL)
    asks = re.search(r"\b(?:cancelled|success|failure|always)\(\)", inner)
    return bool(value_of(inner, context)) and (bool(asks) or bool(context["is_well"]))
