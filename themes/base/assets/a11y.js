/* What the site theme lacks for WCAG 2.2 AA and needs a script. Nothing here is needed to read. */
(function () {
  "use strict";

  // 2.1.4: single letters must not act; speech input and shaking hands press them by accident.
  var SHORTCUT = /^[fsnp,./]$/i;
  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }
  window.addEventListener(
    "keydown",
    function (event) {
      var modified = event.metaKey || event.ctrlKey || event.altKey;
      if (!modified && SHORTCUT.test(event.key) && !isTyping(event.target)) {
        event.stopPropagation();
      }
    },
    true
  );

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function nameAfter(element) {
    for (var step = element; step; step = step.previousElementSibling) {
      if (/^H[1-6]$/.test(step.tagName)) return step.textContent.trim();
    }
    var title = document.querySelector("h1");
    return title ? title.textContent.trim() : document.title;
  }

  // 4.1.2: the search dialog has no name of its own.
  function nameSearch() {
    var input = document.querySelector(".md-search__input");
    each(".md-search[role=dialog]:not([aria-label])", function (dialog) {
      if (input) dialog.setAttribute("aria-label", input.getAttribute("aria-label"));
    });
  }

  // 2.1.1: a table that scrolls sideways must be reachable with the keyboard.
  function openTables() {
    each(".md-typeset__scrollwrap:not([tabindex])", function (wrap) {
      wrap.tabIndex = 0;
      wrap.setAttribute("role", "group");
      wrap.setAttribute("aria-label", nameAfter(wrap));
    });
  }

  // 2.1.1: menu and search of the phone are labels, which the keyboard doesn't reach.
  function openHeader() {
    var names = { __drawer: "nav.md-nav--primary", __search: ".md-search__input" };
    Object.keys(names).forEach(function (id) {
      each('.md-header__button[for="' + id + '"]:not([role])', function (label) {
        var named = document.querySelector(names[id]);
        label.tabIndex = 0;
        label.setAttribute("role", "button");
        label.setAttribute("aria-label", (named && named.getAttribute("aria-label")) || id);
        label.addEventListener("keydown", function (event) {
          // The theme itself acts on Enter, as on every label that has the focus.
          if (event.key !== " ") return;
          event.preventDefault();
          label.click();
        });
      });
    });
  }

  function mend() {
    nameSearch();
    openTables();
    openHeader();
  }

  // The first page of the site opens in the language that was chosen last.
  function rememberLanguage(event) {
    var link = event.target.closest && event.target.closest("a.md-select__link[hreflang]");
    if (!link) return;
    try {
      localStorage.setItem("language", link.hreflang);
    } catch (error) {
      // A browser may forbid it; then the first page asks the browser's language again.
    }
  }

  document.addEventListener("click", rememberLanguage);
  document.addEventListener("DOMContentLoaded", function () {
    mend();
    new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
  });
})();
