"""Wait until a page of the app stands still, by what the page does and not by the clock.

A fixed pause is too long on an idle machine and too short on a busy one. A page stands still when the server has
drawn what it was last asked for, nothing is a placeholder or out of date, no transition runs, and nothing has changed
for a moment.
"""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page

MOMENT = 150  # ms
# A page tells the server its width 60 ms, and its colours 150 ms, after they changed.
RESIZED = 250  # ms
LONGEST = 60_000  # ms

# In every page from its start: when something last changed, the server was last asked to draw, and it last was done.
NOTES = """
(() => {
  const seen = (window.standing = { changed: 0, asked: 0, done: 0, state: "" });
  const DRAW = 0x5a; // the first byte of Streamlit's request to run the page
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (message) {
    if (ArrayBuffer.isView(message) && message[0] === DRAW) seen.asked = performance.now();
    return send.call(this, message);
  };
  const note = () => {
    seen.changed = performance.now();
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState ?? "";
    if (state !== seen.state && state === "notRunning") seen.done = seen.changed;
    seen.state = state;
  };
  let watched = null;
  seen.watch = () => { // a window opened by a page keeps its notes, and gets another document
    if (watched === document) return;
    watched = document;
    new MutationObserver(note).observe(
      document, { subtree: true, childList: true, attributes: true, characterData: true });
    note();
  };
  seen.watch();
})()
"""
# A run that changed nothing may come and go between two looks at the page: a second after it was asked for, it was that.
STILL = """
([moment, longest]) => new Promise((done, failed) => {
  const begun = performance.now(), seen = window.standing;
  seen.watch();
  const busy = () => document.getAnimations().some(
    (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity);
  const look = () => {
    const now = performance.now();
    const drawn = seen.asked && seen.state === "notRunning" && (seen.done >= seen.asked || now - seen.asked > 1000);
    const quiet = now - Math.max(begun, seen.changed) >= moment;
    const whole = () => !document.querySelector("[data-stale=true], [data-testid=stSkeleton]") && !busy();
    if (drawn && quiet && whole()) done();
    else if (now - begun > longest) failed(new Error(`the page does not come to rest: ${JSON.stringify(seen)}`));
    else window.setTimeout(look, 20);
  };
  look();
})
"""


def watched(context: BrowserContext) -> BrowserContext:
    """The context, whose pages take notes from now on."""
    context.add_init_script(NOTES)
    return context


def rest(page: Page, moment: int = MOMENT) -> None:
    """Wait until a page of a `watched` context stands still for `moment` ms."""
    page.wait_for_selector("[data-testid=stApp]", timeout=LONGEST)
    page.evaluate(STILL, [moment, LONGEST])
