(function () {
  "use strict";
  var tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "status");
  document.body.appendChild(tip);
  function hide() { tip.style.display = "none"; }
  document.addEventListener("pointerover", function (event) {
    var mark = event.target.closest && event.target.closest(".chart svg [aria-label]");
    if (!mark) { hide(); return; }
    tip.textContent = mark.getAttribute("aria-label");
    tip.style.display = "block";
  });
  document.addEventListener("pointermove", function (event) {
    var left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8);
    var top = event.clientY + 18;
    if (top + tip.offsetHeight > window.innerHeight) { top = event.clientY - tip.offsetHeight - 10; }
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = top + "px";
  });
  document.addEventListener("scroll", hide, true);
}());
