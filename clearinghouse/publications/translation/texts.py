"""Texts: an English text of the interface goes in, its translation into the language of the page that is being made leaves.

The English text itself names a text, as GNU gettext has it. What a language lacks stays in English.
"""

from jinja2 import Environment

from clearinghouse.publications.translation.formats import number_text
from clearinghouse.publications.translation.language import language


def gettext(text: str, /, **gaps: object) -> str:
    """A text in the language of the page. gaps: what stands in its places, as `{name}`."""
    # Catalogues keep their own head under the empty text.
    translated = language().texts.gettext(text) if text else ""
    return translated.format_map(gaps) if gaps else translated


def ngettext(one: str, several: str, number: int, /, **gaps: object) -> str:
    """A text that counts, by the plural rule of the language. `{number}` is the number, as the language writes it."""
    translated = language().texts.ngettext(one, several, number)
    return translated.format_map({"number": number_text(number), **gaps})


def pgettext(context: str, text: str, /, **gaps: object) -> str:
    """A text that one language says in several ways, distinguished by a context that no reader sees."""
    translated = language().texts.pgettext(context, text)
    return translated.format_map(gaps) if gaps else translated


def in_templates(environment: Environment) -> None:
    """Lets templates say `{{ _("...") }}` and `{% trans %}`, in the language that is spoken when they are rendered."""
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        lambda text: gettext(text),
        lambda one, several, number: language().texts.ngettext(one, several, number),
        newstyle=True,
    )
