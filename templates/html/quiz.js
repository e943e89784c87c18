// The sheet as a quiz on a screen. Without scripts, and on paper, the page stays the sheet: everything that is added here
// has the class "live", which is not printed, and what it stands for ("paper" parts) is only hidden on a screen.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("quiz-data").textContent);
  const words = data.words;
  const sheet = document.querySelector(".sheet");
  const root = document.documentElement;
  const store = `quizgen:${data.id}`;
  const state = remembered();
  const cards = [];

  // ------------------------------------------------------------------------------------------------ small helpers

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function filled(text, ...values) {
    return values.reduce((sentence, value) => sentence.replace("{}", () => value), text);
  }

  // Private windows and some settings forbid storage: the quiz then simply forgets.
  function remembered() {
    try {
      const found = JSON.parse(localStorage.getItem(store));
      return found && typeof found.given === "object" && typeof found.checked === "object" ? found : fresh();
    } catch {
      return fresh();
    }
  }

  function fresh() {
    return { given: {}, checked: {} };
  }

  function remember() {
    try {
      localStorage.setItem(store, JSON.stringify(state));
    } catch {
      // Nothing is lost but the way back after a reload.
    }
  }

  // ------------------------------------------------------------------------------------------------ typed answers

  // Case, accents, punctuation, spaces and a leading article do not matter; what is left of nothing but signs is kept.
  function plain(text) {
    const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const spaced = bare.replace(/(\d)[,\s](?=\d{3}\b)/g, "$1").replace(/[^\p{L}\p{N}.%-]+/gu, " ").trim();
    const short = spaced.replace(/\.(?!\d)/g, "").replace(/^(the|an|a) (?=.)/, "").trim();
    return short || bare.trim();
  }

  function typed(given, item) {
    return [item.answer, ...item.accept].some((right) => plain(right) === plain(given));
  }

  // ------------------------------------------------------------------------------------------------ kinds of items
  // Each gives what to fill in, where its value stands, and how many points a value is worth.

  function pick(card, places, values, group) {
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-labelledby", card.question.id);
    const inputs = places.map((place, at) => {
      const input = element("input", { type: "radio", class: "live", name: `item-${card.number}`, value: values[at] });
      if (place.parentNode.tagName === "OL") place.setAttribute("role", "presentation");
      const label = element("label", {}, ...place.childNodes);
      label.prepend(input);
      place.append(label);
      return input;
    });
    return {
      inputs,
      read: () => inputs.filter((input) => input.checked).map((input) => input.value),
      write: ([value]) => inputs.forEach((input) => (input.checked = input.value === value)),
      points: ([value]) => Number(value === card.item.answer),
      mark: () =>
        inputs.forEach((input) => {
          input.closest("label").classList.toggle("is-right", input.value === card.item.answer);
          input.closest("label").classList.toggle("is-given", input.checked);
        }),
    };
  }

  function choice(card) {
    const group = card.place.querySelector(".options");
    return pick(card, [...group.children], card.item.options, group);
  }

  function trueFalse(card) {
    const group = card.place.querySelector(".truth");
    return pick(card, [...group.children], ["True", "False"], group);
  }

  function fields(inputs, points) {
    return {
      inputs,
      read: () => inputs.map((input) => input.value),
      write: (values) => inputs.forEach((input, at) => (input.value = values[at] ?? "")),
      points,
      mark: () => {},
    };
  }

  function box(label, width) {
    const style = { type: "text", class: "live", autocomplete: "off", autocapitalize: "off", spellcheck: "false", dir: "auto" };
    return element("input", { ...style, size: String(width), ...label });
  }

  function short(card) {
    const input = box({ "aria-labelledby": card.question.id }, 40);
    card.place.querySelector(".lines").before(input);
    return fields([input], ([value]) => Number(typed(value, card.item)));
  }

  // A sentence may have several gaps for one answer: they are filled together.
  function cloze(card) {
    const gaps = [...card.place.querySelectorAll(".gap")];
    const inputs = gaps.map((gap, at) => {
      const input = box({ "aria-label": filled(words.gap, String(at + 1)) }, 16);
      gap.before(input);
      return input;
    });
    inputs.forEach((input) => input.addEventListener("input", () => inputs.forEach((one) => (one.value = input.value))));
    return fields(inputs, (values) => Number(typed(values[0] ?? "", card.item)));
  }

  function selects(card, blanks, names, values, right) {
    const inputs = blanks.map((blank, at) => {
      const empty = element("option", { value: "" }, "–");
      const options = values.map((value) => element("option", { value }, value));
      const select = element("select", { class: "live", "aria-label": names[at] }, empty, ...options);
      blank.before(select);
      return select;
    });
    const kind = fields(inputs, (given) => right.filter((value, at) => value === given[at]).length);
    kind.mark = () =>
      inputs.forEach((input, at) => {
        const good = input.value === right[at];
        input.classList.toggle("is-good", good);
        input.after(element("span", { class: "live verdict-sign" }, good ? "✓" : `✗ ${right[at]}`));
      });
    return kind;
  }

  function texts(card, selector) {
    return [...card.place.querySelectorAll(selector)].map((place) => place.textContent.trim());
  }

  function matching(card) {
    const blanks = [...card.place.querySelectorAll(".blank")];
    const letters = card.item.options.map((_, at) => data.letters[at]);
    return selects(card, blanks, texts(card, ".side"), letters, card.item.letters);
  }

  function ordering(card) {
    const blanks = [...card.place.querySelectorAll(".blank")];
    const places = card.item.options.map((_, at) => String(at + 1));
    const right = card.item.options.map((_, at) => String(card.item.letters.indexOf(data.letters[at]) + 1));
    return selects(card, blanks, texts(card, ".side"), places, right);
  }

  const KINDS = { choice, true_false: trueFalse, short, cloze, matching, ordering };

  // ------------------------------------------------------------------------------------------------ one item

  function begin(item) {
    const place = sheet.querySelector(`li[value="${item.number}"]`);
    const question = place.querySelector(".question");
    question.id = `question-${item.number}`;
    place.id = `item-${item.number}`;
    place.tabIndex = -1;
    const card = { item, place, question, number: item.number };
    card.kind = KINDS[item.type](card);
    card.button = element("button", { type: "button", class: "live check" }, words.check);
    card.button.setAttribute("aria-describedby", question.id);
    card.result = element("div", { class: "live result", role: "status" });
    place.append(card.button, card.result);
    card.button.addEventListener("click", () => check(card, true));
    card.kind.inputs.forEach((input) => {
      input.addEventListener("input", () => keep(card));
      input.addEventListener("keydown", (event) => event.key === "Enter" && entered(event, card));
    });
    cards.push(card);
    if (Array.isArray(state.given[item.id])) card.kind.write(state.given[item.id]);
    if (state.checked[item.id]) check(card, false);
  }

  function keep(card) {
    state.given[card.item.id] = card.kind.read();
    remember();
  }

  function entered(event, card) {
    event.preventDefault();
    check(card, true);
  }

  function isEmpty(card) {
    const given = card.kind.read();
    return !given.length || given.every((value) => !value.trim());
  }

  function check(card, aloud) {
    if (card.points !== undefined) return;
    if (isEmpty(card)) {
      card.result.textContent = words.nothing;
      return;
    }
    card.points = card.kind.points(card.kind.read());
    state.checked[card.item.id] = true;
    keep(card);
    card.kind.inputs.forEach((input) => (input.disabled = true));
    card.kind.mark();
    card.button.hidden = true;
    card.place.classList.add(card.points === card.item.points ? "answered-right" : "answered-wrong");
    card.result.replaceChildren(...verdict(card));
    progress();
    if (aloud) goOn(card);
  }

  // The focus goes to the next item that waits for an answer, so that a quiz can be taken by keyboard alone.
  function goOn(card) {
    card.place.focus({ preventScroll: true });
    if (!cards.some((one) => one.points === undefined)) finish();
  }

  function verdict(card) {
    const whole = card.points === card.item.points;
    const said = whole ? `✓ ${words.right}` : card.points ? `◐ ${filled(words.partly, card.points, card.item.points)}` : `✗ ${words.wrong}`;
    const lines = [element("p", { class: "verdict" }, said)];
    const typedHere = card.item.type === "short" || card.item.type === "cloze";
    if (typedHere || !whole) lines.push(element("p", { dir: "auto" }, filled(words.answer_is, card.item.said)));
    if (card.item.explanation) lines.push(element("p", { dir: "auto" }, card.item.explanation));
    card.item.sentences.forEach((parts) => lines.push(sentence(parts)));
    return lines;
  }

  function sentence([before, answer, after]) {
    return element("blockquote", { dir: "auto" }, before, ...(answer ? [element("mark", {}, answer)] : []), after);
  }

  // ------------------------------------------------------------------------------------------------ the whole

  const bar = element("div", { class: "live bar", role: "region", "aria-label": words.progress });
  const meter = element("progress", { "aria-label": words.progress });
  const tally = element("p", { role: "status" });
  const finishing = element("button", { type: "button" }, words.finish);
  const turning = element("button", { type: "button", class: "turn" }, words.paper);
  const summary = element("section", { class: "live summary", tabindex: "-1", "aria-label": words.result, hidden: "" });

  function score() {
    const done = cards.filter((card) => card.points !== undefined);
    return { done: done.length, points: done.reduce((sum, card) => sum + card.points, 0) };
  }

  function progress() {
    const { done, points } = score();
    meter.max = cards.length || 1;
    meter.value = done;
    tally.textContent = filled(words.tally, done, cards.length, points);
  }

  function finish() {
    const { points } = score();
    const most = cards.reduce((sum, card) => sum + card.item.points, 0);
    const missed = cards.filter((card) => card.points !== card.item.points);
    const again = element("button", { type: "button" }, words.again);
    again.addEventListener("click", startAgain);
    summary.replaceChildren(element("h2", {}, filled(words.total, points, most)));
    if (missed.length) {
      const list = missed.map((card) => {
        const link = element("a", { href: `#${card.place.id}`, dir: "auto" }, `${card.number}. ${card.item.question}`);
        return element("li", {}, link);
      });
      summary.append(element("p", {}, words.missed), element("ul", {}, ...list));
    }
    summary.append(again);
    summary.hidden = false;
    summary.focus();
    summary.scrollIntoView({ block: "nearest" });
  }

  function startAgain() {
    try {
      localStorage.removeItem(store);
    } catch {
      // Nothing was kept.
    }
    location.hash = "";
    location.reload();
  }

  function turn() {
    root.classList.toggle("on-screen");
    turning.textContent = root.classList.contains("on-screen") ? words.paper : words.screen;
  }

  if (!sheet || !data.items.length) return;
  data.items.forEach(begin);
  finishing.addEventListener("click", finish);
  turning.addEventListener("click", turn);
  bar.append(meter, tally, finishing, turning);
  sheet.prepend(bar);
  sheet.append(summary);
  progress();
  turn();
})();
