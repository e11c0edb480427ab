/// The script of the slides: one at a time, by keys and by buttons.
///
/// The page is whole without it. It reads texts and writes texts, never markup, and calls nothing. The page allows it by its
/// digest and no other.
enum SlideScript {
  /// The SHA-256 digest of ``text`` in base 64, as a content security policy names it.
  static let digest = "QSynnyWMtPbjSs+hTsvjKHDbPMCtt6STPq9h/07674M="

  /// The script, as it stands between its tags.
  static let text = #"""

    "use strict";
    (() => {
    const byId = (id) => document.getElementById(id);
    const slides = [...document.querySelectorAll("main > section")], root = document.documentElement;
    const place = byId("place"), told = byId("told"), help = byId("help"), say = byId("say"), keys = byId("keys");
    const notes = slides.map((slide) => slide.querySelector("details"));
    let now = -1, speaks = false;
    const wanted = () => slides.findIndex((slide) => "#" + slide.id === location.hash);
    const show = (index) => {
      if (index === now || !slides[index]) return;
      slides.forEach((slide, at) => slide.classList.toggle("on", at === index));
      now = index;
      const count = `${index + 1} ${told.dataset.of} ${slides.length}`;
      place.textContent = count;
      told.textContent = `${told.dataset.slide} ${count}: ${title().textContent}`;
      byId("back").disabled = index === 0;
      byId("forth").disabled = index === slides.length - 1;
    };
    const title = () => slides[now].querySelector("h1, h2");
    const go = (index, byKey) => {
      const to = Math.min(Math.max(index, 0), slides.length - 1);
      if (to === now) return;
      show(to);
      location.replace("#" + slides[to].id);
      scrollTo(0, 0);
      if (byKey || document.activeElement === document.body) title().focus({ preventScroll: true });
    };
    const speak = (aloud) => {
      speaks = aloud;
      for (const note of notes) if (note.open !== aloud) note.open = aloud;
      say.setAttribute("aria-pressed", String(aloud));
      root.classList.toggle("noted", aloud);
    };
    const step = (event) => {
      const letters = keys.checked, isHigh = root.scrollHeight > innerHeight + 2;
      switch (event.key) {
        case "ArrowRight": case "PageDown": return () => go(now + 1, true);
        case "ArrowLeft": case "PageUp": return () => go(now - 1, true);
        case "ArrowDown": return isHigh ? null : () => go(now + 1, true);
        case "ArrowUp": return isHigh ? null : () => go(now - 1, true);
        case "Home": return () => go(0, true);
        case "End": return () => go(slides.length - 1, true);
        case " ": return letters ? () => go(now + (event.shiftKey ? -1 : 1), true) : null;
        case "n": case "N": return letters ? () => speak(!speaks) : null;
        case "?": return letters ? () => help.showModal() : null;
      }
      return null;
    };
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
      if (event.key === " " && event.target.closest("a, button, summary, input")) return;
      const action = step(event);
      if (!action) return;
      event.preventDefault();
      action();
    });
    byId("back").addEventListener("click", () => go(now - 1));
    byId("forth").addEventListener("click", () => go(now + 1));
    say.addEventListener("click", () => speak(!speaks));
    byId("ask").addEventListener("click", () => help.showModal());
    byId("shut").addEventListener("click", () => help.close());
    for (const link of help.querySelectorAll("a")) link.addEventListener("click", () => help.close());
    for (const note of notes) note.addEventListener("toggle", () => {
      if (note.open !== speaks) speak(note.open);
    });
    addEventListener("hashchange", () => {
      if (wanted() < 0) return;
      show(wanted());
      scrollTo(0, 0);
      title().focus({ preventScroll: true });
    });
    byId("bar").hidden = false;
    root.classList.add("deck");
    show(Math.max(wanted(), 0));
    })();

    """#
}
