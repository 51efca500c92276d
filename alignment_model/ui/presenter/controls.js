// Keys and buttons of the presentation. The server decides what is shown; this only says where to go.
// The place is kept here too, so that keys pressed faster than the server draws are not lost.
const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
  Home: "first", End: "last", Escape: "leave",
  f: "full", h: "hide", n: "notes", t: "clock",
};
const TWO_DIGITS = 900; // ms within which a second digit makes one number with the first
const AWAKE = 2500; // ms the buttons stay after the pointer moved

export default function (component) {
  const { parentElement, setTriggerValue, data } = component;
  const state = (parentElement.presenter ??= { digits: "", at: 0, sent: 0 });
  state.stop?.();
  if (data.received >= state.sent) Object.assign(state, { slide: data.slide, hidden: data.hidden, sent: data.received });

  const bar = parentElement.querySelector(".bar");
  for (const name of ["ink", "quiet", "accent", "hair"]) bar.style.setProperty(`--${name}`, data.colours[name]);

  const show = () => {
    bar.querySelector(".count").textContent = `${state.slide} / ${data.total}`;
    bar.querySelector("[data-does=hide]").hidden = !data.guessable[state.slide - 1];
    bar.querySelector("[data-does=clock]").hidden = !data.minutes && !data.clock;
  };
  const go = (slide, hidden) => {
    const wanted = Math.min(Math.max(slide, 1), data.total);
    if (wanted === state.slide && hidden === state.hidden) return;
    state.slide = wanted;
    state.hidden = hidden;
    show();
    state.sent += 1;
    setTriggerValue("move", { slide: wanted, hidden, sent: state.sent });
  };
  const begin = (slide) => go(slide, Boolean(data.guessable[slide - 1] && data.guessFirst));
  const toggleFull = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const acts = {
    next: () => (state.hidden ? go(state.slide, false) : state.slide < data.total && begin(state.slide + 1)),
    previous: () => state.slide > 1 && go(state.slide - 1, false),
    first: () => begin(1),
    last: () => begin(data.total),
    hide: () => data.guessable[state.slide - 1] && go(state.slide, !state.hidden),
    clock: () => setTriggerValue("clock", true),
    notes: () => window.open(data.notes, "presenter-notes", "popup,width=960,height=900"),
    full: toggleFull,
    leave: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      setTriggerValue("leave", true);
    },
  };
  const digit = (key) => {
    const now = performance.now();
    state.digits = now - state.at < TWO_DIGITS ? (state.digits + key).slice(-2) : key;
    state.at = now;
    const both = Number(state.digits);
    const wanted = both >= 1 && both <= data.total ? both : Number(key);
    if (wanted >= 1 && wanted <= data.total) begin(wanted);
  };
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const name = event.shiftKey && key === " " ? "previous" : KEYS[key];
    const onButton = event.composedPath().some((node) => node.tagName === "BUTTON");
    if (onButton && (key === " " || key === "Enter")) return;
    if (name) acts[name]();
    else if (/^[0-9]$/.test(key)) digit(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (event) => {
    const button = event.target.closest("button");
    if (button) acts[button.dataset.does]();
  };
  let sleep = 0;
  const wake = () => {
    bar.classList.add("awake");
    window.clearTimeout(sleep);
    sleep = window.setTimeout(() => bar.classList.remove("awake"), AWAKE);
  };
  const received = performance.now();
  const tick = () => {
    const clock = bar.querySelector(".clock");
    clock.hidden = !data.clock && !data.minutes;
    if (clock.hidden) return;
    const passed = data.clock?.running ? (performance.now() - received) / 1000 : 0;
    const left = Math.ceil((data.clock ? data.clock.left : data.minutes * 60) - passed);
    const size = Math.abs(left);
    const text = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
    clock.textContent = left < 0 ? `+${text}` : text;
    clock.classList.toggle("over", left < 0);
  };

  show();
  tick();
  const timer = window.setInterval(tick, 250);
  window.addEventListener("keydown", press, true);
  window.addEventListener("pointermove", wake);
  bar.addEventListener("click", click);
  state.stop = () => {
    window.clearInterval(timer);
    window.clearTimeout(sleep);
    window.removeEventListener("keydown", press, true);
    window.removeEventListener("pointermove", wake);
    bar.removeEventListener("click", click);
  };
  return state.stop;
}
