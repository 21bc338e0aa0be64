from __future__ import annotations

import pytest

from helpsite.publishing.prune import Used, prune


def used(html: str = "", script: str = "", style: str = "") -> Used:
    found = Used()
    found.add_page(html)
    found.add_script(script)
    found.add_style(style)
    return found


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".here{top:0}.gone{top:0}", ".here{top:0}"),
        (".here,.gone{top:0}", ".here{top:0}"),
        (".here .gone,.here>.here{top:0}", ".here>.here{top:0}"),
        ("#place,#nowhere{top:0}", "#place{top:0}"),
        ("p,table{top:0}", "p{top:0}"),
        ("*,:after,::before{top:0}", "*,:after,::before{top:0}"),
        (".here:hover,.gone:hover{top:0}", ".here:hover{top:0}"),
        (".here:not(.gone){top:0}", ".here:not(.gone){top:0}"),
        (".here:has(.gone){top:0}", ".here:has(.gone){top:0}"),
        (".here:is(.gone,p){top:0}", ".here:is(.gone,p){top:0}"),
        (".here:is(.gone,table){top:0}", ""),
        ("[hidden],[data-x=y] p,[aria-current].gone{top:0}", "[hidden],[data-x=y] p{top:0}"),
        (".here:nth-child(2n + 1){top:0}", ".here:nth-child(2n + 1){top:0}"),
        ("@media print{.here{top:0}.gone{top:0}}", "@media print{.here{top:0}}"),
        ("@media print{.gone{top:0}}", ""),
        ("@supports (top:0){@media print{.gone{top:0}p{top:0}}}", "@supports (top:0){@media print{p{top:0}}}"),
        ('@charset "utf-8";p{top:0}', "p{top:0}"),
        ("p{--used:1;--unused:2;top:var(--used)}", "p{--used:1;top:var(--used)}"),
        ("p{--a:var(--b);--b:1}", ""),
        ("p{--asked-by-ours:1}", "p{--asked-by-ours:1}"),
        ("p{background:url(data:image/svg+xml;base64,AA==)}", "p{background:url(data:image/svg+xml;base64,AA==)}"),
        (
            "p{animation:turn 1s}@keyframes turn{to{top:0}}@keyframes fade{to{top:0}}",
            "p{animation:turn 1s}@keyframes turn{to{top:0}}",
        ),
        ("@font-face{font-family:x}", "@font-face{font-family:x}"),
        (r".here\:odd{top:0}", ""),
        (".js .here,.set-by-script{top:0}", ".js .here,.set-by-script{top:0}"),
    ],
)
def test_what_no_page_can_use_goes(css: str, kept: str) -> None:
    html = '<p class="here there" id="place"></p>'
    script = 'root.classList.replace("no-js", "js"); add("set-by-script")'
    assert prune(css, used(html, script, "p{top:var(--asked-by-ours)}")).replace(";}", "}") == kept


def test_classes_in_templates_count() -> None:
    assert prune(".inside{top:0}", used('<template><b class="inside"></b></template>')) == ".inside{top:0}"
