/* A button under each text that is meant to be pasted. Without a script the text can be selected. */
(function () {
  "use strict";

  function textOf(quote) {
    var copy = quote.cloneNode(true);
    var label = (copy.querySelector("p:first-child") || copy).querySelector("strong:first-child");
    // "Complaint. Thank you for…": the name of the case is for us, not for the customer.
    if (label && !label.previousSibling) label.remove();
    Array.prototype.forEach.call(copy.querySelectorAll(".copy-text"), function (button) {
      button.remove();
    });
    return copy.textContent.trim();
  }

  // In a folded box each text begins with the name of its case, unless it is the only one there.
  function isToPaste(element) {
    if (element.tagName !== "P") return true;
    var first = element.firstChild;
    var named = first && first.nodeName === "STRONG";
    return named || element.parentNode.querySelectorAll(":scope > p:not([class])").length === 1;
  }

  function copyOldWay(text) {
    var field = document.createElement("textarea");
    field.value = text;
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }

  function copyText(text) {
    if (!navigator.clipboard) return copyOldWay(text);
    return navigator.clipboard.writeText(text).catch(function () {
      return copyOldWay(text);
    });
  }

  function addButton(quote, words) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy-text";
    button.textContent = words.copy;
    button.addEventListener("click", function () {
      copyText(textOf(quote)).then(function () {
        button.textContent = words.copied;
        window.setTimeout(function () {
          button.textContent = words.copy;
        }, 2000);
      });
    });
    // A paragraph of a folded box gets it behind itself, a quotation at its end.
    if (quote.tagName === "P") quote.insertAdjacentElement("afterend", button);
    else quote.appendChild(button);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var words = document.querySelector('meta[name="copy-text"]');
    if (!words) return;
    var labels = { copy: words.content, copied: words.getAttribute("data-copied") };
    Array.prototype.forEach.call(
      document.querySelectorAll(".md-content blockquote, .md-content details.quote > p:not([class])"),
      function (quote) {
        if (isToPaste(quote)) addButton(quote, labels);
      }
    );
  });
})();
