"""The forms of the desk as they are found on its pages: filled in, read, sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import FilePayload, Locator, Page

from tests.conftest import ROOT

FIND = (ROOT / "tests" / "browser" / "desk_forms.js").read_text(encoding="utf-8")
LONG = "坚持以人民为中心，保障和改善民生。" * 2353  # 40,001 characters
FIELDS = "input:not([type=hidden], [type=password], [type=file]), textarea, select"
READ = """(form, fields) => [...form.querySelectorAll(fields)].map(field =>
    [field.name, ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value])"""
SAME = """(forms, names) => forms.findIndex(form => {
    const typed = [...form.elements].filter(one => one.name
        && one.matches('input, textarea, select')
        && !['hidden', 'password', 'file'].includes(one.type)).map(one => one.name);
    return `${form.getAttribute('method') ?? 'get'} ${new URL(form.getAttribute('action'), location)
        .pathname} ${[...new Set(typed)].join()}` === names })"""
Values = list[list[object]]
FILE: FilePayload = {"name": "文稿.txt", "mimeType": "text/plain", "buffer": "养老服务。".encode()}


@dataclass(frozen=True)
class DeskForm:
    """A form of this kind stands on `page`; `name` tells its method, its address, its fields."""

    name: str
    page: str
    action: str
    method: str

    def on(self, page: Page) -> Locator:
        forms = page.locator("main form")
        at = forms.evaluate_all(SAME, self.name)
        assert at >= 0, f"{page.url} has no form {self.name}"
        form = forms.nth(at)
        form.evaluate(
            "form => { for (let fold = form.closest('details'); fold; fold = null)"
            " fold.open = true; }"
        )
        return form

    def fill(self, page: Page, said: str) -> Values:
        """Something fit to be sent in every field, another for each `said`."""
        form = self.on(page)
        for field in form.locator(FIELDS).all():
            _fill(field, said, is_long=self.method == "post")
        return self.values(page)

    def values(self, page: Page) -> Values:
        found: Values = self.on(page).evaluate(READ, FIELDS)
        return found

    def sends_a_file(self, page: Page) -> bool:
        return self.on(page).locator("input[type=file][required]").count() > 0

    def press(self, page: Page) -> None:
        """Send it, with a file where it must have one."""
        for field in self.on(page).locator("input[type=file][required]").all():
            field.set_input_files(FILE)
        self.on(page).locator("button:not([type=button])").first.click()


def forms_of(page: Page) -> Iterator[DeskForm]:
    """All that somebody signed in on this page can reach."""
    for one in page.evaluate(FIND):
        yield DeskForm(**one)


def _fill(field: Locator, said: str, is_long: bool) -> None:
    kind = field.evaluate("field => field.type")
    if kind.startswith("select"):
        values = field.locator("option").evaluate_all("all => all.map(one => one.value)")
        field.select_option(values[-1 if said == "one" else len(values) // 2])
    elif kind == "checkbox":
        field.check()
    elif kind == "radio":
        group = field.locator("xpath=ancestor::form").locator(
            f"[name={field.get_attribute('name')}]"
        )
        (group.first if said == "one" else group.last).check()
    elif kind == "textarea":
        is_long = is_long and not field.get_attribute("maxlength")
        field.fill((LONG if is_long else "户口簿\n") + said)
    else:
        day = "2030-05-01" if said == "one" else "2031-06-02"
        words = {"date": day, "url": f"https://www.example.gov.cn/{said}"}
        longest = int(field.get_attribute("maxlength") or 99)
        field.fill(words.get(kind, f"{said}养老服务")[:longest])


def sent_values(body: str) -> list[str]:
    """What a form sent, whichever way its fields were put: each value for itself."""
    return re.findall(r'name="[^"]*"\r\n\r\n(.*?)\r\n--', body, re.S)
