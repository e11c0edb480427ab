/// The only script of a publication: the search on the page that lists all units.
///
/// The page is whole without it; the script shows the fields that are hidden until then, and hides rows. It reads texts and
/// writes texts, never markup, and calls nothing. The page allows it by its digest and no other.
enum Script {
  /// The SHA-256 digest of ``search`` in base 64, as a content security policy names it.
  static let digest = "YKFbCgo8Mp0hzFUfPFE9UmGTDCvjo4Mdjrw46gf95MY="

  /// The script, as it stands between its tags.
  static let search = #"""

    "use strict";
    (() => {
    const box = document.getElementById("finder"), field = document.getElementById("finder-name");
    const kind = document.getElementById("finder-kind"), found = document.getElementById("finder-found");
    const letters = document.getElementById("letters");
    const plain = (text) => text.normalize("NFD").replace(/\p{M}|['’‘`´]/gu, "").toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const groups = [...document.querySelectorAll("tbody[id^=letter-]")].map((body) => ({
      body, rows: [...body.querySelectorAll("tr[data-kind]")].map((row) => ({
        row, kind: row.dataset.kind,
        names: [row.cells[0].textContent, ...(row.dataset.also || "").split("|")].map(plain).filter(Boolean)
      }))
    }));
    const fits = (name, words) => words.every((word) => (" " + name).includes(" " + word)) ||
      name.replaceAll(" ", "").includes(words.join(""));
    const filter = () => {
      const words = plain(field.value).split(" ").filter(Boolean), all = !words.length && !kind.value;
      let count = 0;
      for (const group of groups) {
        let here = 0;
        for (const item of group.rows) {
          const shows = (!kind.value || item.kind === kind.value) && item.names.some((name) => fits(name, words));
          item.row.hidden = !shows;
          if (shows) here += 1;
        }
        group.body.hidden = !here;
        count += here;
      }
      letters.hidden = !all;
      found.textContent = all ? "" : count === 0 ? found.dataset.none :
        count === 1 ? found.dataset.one : found.dataset.many.replace("#", String(count));
    };
    field.addEventListener("input", filter);
    kind.addEventListener("change", filter);
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.hidden) return;
      field.value = kind.value = "";
      filter();
      target.scrollIntoView();
    });
    box.hidden = false;
    filter();
    })();

    """#
}
