/// The script of the self-scan: from the answers to the shares of types, in the browser.
///
/// It computes what `koers assign --self-scan` computes, column by column in the same order. It reads texts and writes texts,
/// never markup, and calls nothing. The page allows it by its digest and no other.
enum SelfScanScript {
  /// The SHA-256 digest of ``text`` in base 64, as a content security policy names it.
  static let digest = "hdYdpeKBx66BHRJA+zXAEVC12dt7Cfg03Ldn1nmt95s="

  /// The script, as it stands between its tags.
  static let text = #"""

    "use strict";
    (() => {
    const byId = (id) => document.getElementById(id), all = (query, from = document) => [...from.querySelectorAll(query)];
    const model = JSON.parse(byId("model").textContent), form = byId("scan"), unit = byId("unit"), page = byId("result");
    const transforms = { identity: (x) => x, log: Math.log, asinh: Math.asinh };
    const leastVariance = 1e-4;

    const chances = (row) => {
      const known = [], factor = [];
      row.forEach((value, column) => {
        if (Number.isNaN(value)) return;
        const line = [], own = model.covariance[column];
        known.forEach((earlier, index) => {
          let rest = own[earlier];
          for (let inner = 0; inner < index; inner += 1) rest -= line[inner] * factor[index][inner];
          line.push(rest / factor[index][index]);
        });
        let rest = own[column];
        for (const part of line) rest -= part * part;
        if (!(rest > leastVariance * own[column])) return;
        line.push(Math.sqrt(rest));
        known.push(column);
        factor.push(line);
      });
      const scores = model.types.map((type) => {
        let squares = 0;
        const solved = [];
        known.forEach((column, index) => {
          let rest = row[column] - type.means[column];
          for (let inner = 0; inner < index; inner += 1) rest -= factor[index][inner] * solved[inner];
          const value = rest / factor[index][index];
          solved.push(value);
          squares += value * value;
        });
        return Math.log(type.share) - squares / 2;
      });
      const highest = Math.max(...scores), parts = scores.map((score) => Math.exp(score - highest));
      const whole = parts.reduce((sum, part) => sum + part, 0);
      return parts.map((part) => Math.round(part / whole * 1e6) / 1e6);
    };

    const field = (question) => form.elements["q-" + question.name];
    const answer = (question) => {
      const given = field(question), text = given.value.trim().replace(",", ".");
      if (given instanceof RadioNodeList) return text === "" ? NaN : Number(text);
      const value = text === "" ? NaN : Number(text);
      const fits = text === "" || Number.isFinite(value) && !(value < question.least) && !(value > question.greatest)
        && (question.transform !== "log" || value > 0);
      given.setAttribute("aria-invalid", String(!fits));
      byId(given.id + "-wrong").hidden = fits;
      return fits ? value : NaN;
    };

    const isMet = (wanted, answers) => {
      let sum = 0, count = 0;
      wanted.questions.forEach((question, index) => {
        if (Number.isNaN(answers[question])) return;
        const turned = wanted.turned[index];
        sum += turned === null ? answers[question] : turned - answers[question];
        count += 1;
      });
      if (count === 0) return null;
      const amount = sum / count;
      return !(amount < wanted.atLeast) && !(amount > wanted.atMost);
    };

    const percent = (share) => {
      const whole = Math.round(share * 100);
      const [sign, shown] = share > 0 && whole === 0 ? ["<\u00a0", 1] : share < 1 && whole === 100 ? [">\u00a0", 99] : ["", whole];
      return sign + page.dataset.percent.replace("#", String(shown));
    };

    const typeReasons = { met: "whyTypeMet", open: "whyTypeOpen", unknown: "whyUnknown" };
    const tell = (wanted, item, own) => {
      const reason = own === null ? typeReasons[wanted.state] : own ? "whyOwnMet" : "whyOwnOpen";
      item.querySelector(".why").textContent = page.dataset[reason];
      return { item, rank: own === false ? 0 : own === null && wanted.state !== "met" ? 1 : 2 };
    };

    const sort = (box, choice, answers) => {
      const first = box.querySelector(".first"), there = box.querySelector(".there");
      if (!first) return;
      const told = choice.preconditions.map((wanted, index) =>
        tell(wanted, box.querySelector(`[data-at="${index}"]`), isMet(wanted, answers)));
      for (const rank of [0, 1, 2]) {
        for (const one of told) if (one.rank === rank) (rank < 2 ? first : there).append(one.item);
      }
      box.querySelector(".none").hidden = told.some((one) => one.rank < 2);
      first.hidden = !told.some((one) => one.rank < 2);
      for (const part of all(".already", box)) part.hidden = !told.some((one) => one.rank === 2);
    };

    const update = () => {
      const answers = model.questions.map(answer);
      const given = answers.map((value, index) => Number.isNaN(value) ? NaN : transforms[model.questions[index].transform](value));
      const picked = unit && unit.value !== "" ? model.units[Number(unit.value)].values.map((value) => value === null ? NaN : value)
        : model.features.map(() => NaN);
      const open = given.map(Number.isNaN), count = open.filter((one) => !one).length;
      const isEmpty = count === 0 && !(unit && unit.value !== "");
      byId("empty").hidden = !isEmpty;
      byId("found").hidden = isEmpty;
      byId("answered").textContent = byId("answered").dataset.text.replace("#", String(count));
      all("[data-open]").forEach((item) => {
        const at = item.dataset.open;
        item.hidden = at === "unit" ? unit.value !== "" : !open[Number(at)];
      });
      byId("open").hidden = all("[data-open]").every((item) => item.hidden);
      page.dataset.type = "";
      if (isEmpty) { byId("told").textContent = byId("empty").textContent; return; }
      const shares = chances([...picked, ...given]), highest = Math.max(...shares), best = shares.indexOf(highest);
      shares.forEach((share, index) => {
        const row = byId("share-" + index);
        row.dataset.share = String(share);
        row.classList.toggle("marked", index === best);
        row.querySelector(".fill").style.width = share * 100 + "%";
        row.querySelector(".n").textContent = percent(share);
        const also = byId("also-" + index);
        if (also) also.hidden = index === best || share < 0.2;
        const box = byId("type-" + index);
        box.hidden = index !== best;
        if (index === best && model.types[index].choice) sort(box, model.types[index].choice, answers);
      });
      byId("also").hidden = all("#also li").every((item) => item.hidden);
      byId("unclear").hidden = highest >= 0.5;
      page.dataset.type = model.types[best].type;
      page.dataset.first = all(".first li", byId("type-" + best)).map((item) => item.dataset.id).join(" ");
      byId("told").textContent = byId("told").dataset.text.replace("#", byId("type-" + best).dataset.name).replace("%", () => percent(highest));
    };

    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => { update(); (unit || form.elements[0]).focus(); }));
    form.hidden = false;
    page.hidden = false;
    update();
    })();

    """#
}
