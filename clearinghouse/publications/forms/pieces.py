"""Pieces: the form of each collection as HTML, in every language, in a script of its own: a visitor fetches the one that is needed.

And what its rules say in words, in every language but English, in which the rules themselves say it.
"""

from collections.abc import Iterator

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.form_links import FORM, FORMS
from clearinghouse.publications.forms.forms import form
from clearinghouse.publications.forms.script import script
from clearinghouse.publications.forms.scripts import rule_texts
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.language import Language, speaking


def form_pieces(catalogue: Catalogue, site: Site, templates: Templates) -> Iterator[tuple[str, str]]:
    """All of them, by address."""
    for name in FORMS:
        yield f"{FORM}forms/{name}.js", _piece(name, catalogue, site, templates, FORM)
    for language in templates.languages.others.values():
        with speaking(language):
            for name in FORMS:
                yield f"{language.prefix}{FORM}forms/{name}.js", _piece(name, catalogue, site, templates, language.prefix + FORM)
            yield f"{language.prefix}{FORM}rules.js", _texts_of_rules(language)


def _piece(collection: str, catalogue: Catalogue, site: Site, templates: Templates, at: str) -> str:
    html = templates.render("pieces/form.html", at, form=form(collection, catalogue), site=site)
    return script(f"forms:{collection}", str(html))


def _texts_of_rules(language: Language) -> str:
    """The translations of what rules say, by the English texts; what has none stays in English."""
    texts = {text: language.texts.gettext(text) for text in rule_texts()}
    return script(f"rules:{language.tag}", {text: own for text, own in texts.items() if own != text})
