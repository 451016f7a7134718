"""Small parts: a part and the address of its page come in, its HTML leaves. Templates know them all as `small`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace

from markupsafe import Markup

from clearinghouse.publications.html.days import Days
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Choice, EventLine, Fact, Item, Line
from clearinghouse.publications.html.small.gaps import NOTHING, Html, breakable, escaped, filled, joined, outward, where


def days(part: Days | None) -> Html:
    """When it stands on the page, for overrides/assets/pages/today.js; what it does not say today is hidden, from the search too."""
    if part is None:
        return NOTHING
    return filled(
        '%s data-ch-until="%s"%s%s',
        where(' data-ch-from="%s"', part.first),
        escaped(str(part.last or "")),
        where(' data-ch-zone="%s"', part.zone),
        NOTHING if part.is_shown else Html(" hidden data-pagefind-ignore"),
    )


@dataclass(frozen=True)
class SmallParts:
    """link: makes the link to an address from the page at another."""

    link: Callable[[str, str], str]

    def in_templates(self) -> SimpleNamespace:
        """The same for templates, which escape whatever is not marked as HTML."""
        layouts = (days, self.bit, self.line, self.lines, self.badge, self.badges, self.facts, self.items, self.item, self.row)
        return SimpleNamespace(**{layout.__name__: _marked(layout) for layout in (*layouts, self.event, self.choice)})

    def bit(self, part: Bit, at: str) -> Html:
        """A piece of text, which may be a link, a date or a state's two letters."""
        text, when = breakable(part.text), days(part.days)
        small = Html(' class="ch-small"' if part.small else "")
        if part.to is not None:
            tag, lang = where(' id="%s"', part.id), where(' lang="%s"', part.lang)
            return filled('<a%s href="%s"%s%s%s>%s</a>', tag, escaped(self.link(part.to, at)), when, lang, small, text)
        if part.href:
            return filled('<a rel="external nofollow" href="%s"%s%s>%s</a>', escaped(outward(part.href)), when, small, text)
        if part.code:
            return filled('<abbr class="ch-code" title="%s"%s>%s</abbr>', escaped(part.text), when, escaped(part.code))
        if part.time:
            return filled('<time datetime="%s"%s%s>%s</time>', escaped(part.time), when, small, text)
        if part.lang or part.small or part.days:
            return filled("<span%s%s%s>%s</span>", when, small, where(' lang="%s"', part.lang), text)
        return text

    def line(self, bits: Line, at: str) -> Html:
        """Bits one after the other."""
        return joined([self.bit(part, at) for part in bits])

    def lines(self, all_lines: Iterable[Line], at: str) -> Html:
        """Lines below one another."""
        return joined([self.line(bits, at) for bits in all_lines], "<br>")

    def badge(self, part: Badge, at: str | None = None) -> Html:
        """A shape and a word; at the top of a page, `at`, a link to where the word is explained."""
        style, text = escaped(part.style), escaped(part.text)
        if part.to and at is not None:
            return filled('<a class="ch-badge ch-badge--%s" href="%s">%s</a>', style, escaped(self.link(part.to, at)), text)
        return filled('<span class="ch-badge ch-badge--%s"%s>%s</span>', style, days(part.days), text)

    def badges(self, parts: Iterable[Badge], at: str | None = None) -> Html:
        """Badges one after the other."""
        return joined([self.badge(part, at) for part in parts])

    def facts(self, rows: Iterable[Fact], at: str) -> Html:
        """The key facts, each with its label."""
        return filled('<dl class="ch-facts">%s</dl>', joined([self._fact(row, at) for row in rows]))

    def _fact(self, row: Fact, at: str) -> Html:
        return filled(
            "<div%s><dt>%s</dt> <dd>%s</dd></div>",
            Html("" if row.is_searched else " data-pagefind-ignore"),
            escaped(row.label),
            joined([self.line(bits, at) for bits in row.lines], "<br>"),
        )

    def items(self, parts: Iterable[Item], at: str, most: int | None = None) -> Html:
        """A list of links with their context. most: how many of those that are true today it shows."""
        return filled('<ul class="ch-list"%s>%s</ul>', where(' data-ch-most="%s"', most), joined([self._item(part, at) for part in parts]))

    def _item(self, part: Item, at: str) -> Html:
        return filled("<li%s%s>%s</li>", days(part.days), where(' data-ch-key="%s"', part.key), self.item(part, at))

    def item(self, part: Item, at: str) -> Html:
        """What stands in a list in one place."""
        context = filled(' <span class="ch-small">%s</span>', self.line(part.context, at)) if part.context else NOTHING
        return filled("%s%s%s", self.line(part.head, at), self._behind(part.badges), context)

    def _behind(self, badges: tuple[Badge, ...]) -> Html:
        return filled(" %s", self.badges(badges)) if badges else NOTHING

    def cell(self, part: Cell, at: str) -> Html:
        """A cell of a table that becomes cards on a phone."""
        inside, badges = self.lines(part.lines, at), self._behind(part.badges)
        if part.is_heading:
            return filled('<th scope="row">%s%s</th>', inside, badges)
        styles = " ".join([*(["ch-num"] if part.is_number else []), *(["ch-none"] if part.is_silent else [])])
        return filled(
            "<td%s%s%s>%s%s%s</td>",
            where(' class="%s"', styles),
            where(' data-label="%s"', part.label),
            filled(' data-ch-scale="%s" data-ch-amount="%s"', escaped(part.order[0]), escaped(part.order[1])) if part.order else NOTHING,
            filled("%s%s", self.badge(part.mark), Html("<br>" if part.lines else "")) if part.mark else NOTHING,
            inside,
            badges,
        )

    def row(self, cells: Iterable[Cell], at: str, known: Mapping[str, Iterable[str]] | None = None) -> Html:
        """A row of a table. known: of a whole list's row the terms of each facet, for overrides/assets/lists/facets.js."""
        terms = [filled(' data-%s="%s"', escaped(facet), escaped(" ".join(ids))) for facet, ids in (known or {}).items()]
        return filled("<tr%s>%s</tr>\n", joined(terms), joined([filled("%s ", self.cell(part, at)) for part in cells]))

    def event(self, part: EventLine, at: str, level: int = 3) -> Html:
        """An event in a short list. level: of its heading."""
        when, heading = escaped(part.when), Html(f"h{level:d}")
        return filled(
            '<div class="ch-event"%s%s><div class="ch-event__when">%s</div><div><%s><a href="%s"%s>%s</a></%s>%s%s</div></div>',
            days(part.days),
            where(' data-ch-key="%s"', part.key),
            filled('<time datetime="%s">%s</time>', escaped(part.time), when) if part.time else when,
            heading,
            escaped(self.link(part.to, at)),
            where(' lang="%s"', part.lang),
            escaped(part.title),
            heading,
            filled("<p>%s</p>", self.line(part.context, at)) if part.context else NOTHING,
            filled('<p class="ch-badges">%s</p>', self.badges(part.badges)) if part.badges else NOTHING,
        )

    def choice(self, part: Choice, at: str, is_whole: bool) -> Html:
        """A way to narrow a list; words alone where no record stands behind it. is_whole: whether the list holds all records of its
        collection."""
        if not part.count:
            return filled('<li class="ch-facets__none">%s 0</li>', escaped(part.label))
        is_here = part.to == at
        here, number = Html(' aria-current="page"' if is_here else ""), escaped(str(part.count))
        link = filled('<a href="%s"%s>%s</a>', escaped(self.link(part.to, at)), here, escaped(part.label))
        return filled("<li>%s%s</li>", link, filled(" %s", number) if is_whole or is_here else NOTHING)


def _marked(layout: Callable[..., Html]) -> Callable[..., Markup]:
    return lambda *values: Markup(layout(*values))
