
/* Added to the file above: words are found without accents, in singular and plural. */
(function (lunr) {
  "use strict";
  var MARKS = /[\u0300-\u036f]/g;
  // Spanish and English endings that a word of the search may lack in the text, or the reverse.
  var ENDING = /(?:ies|es|s|y)$/;

  function fold(word) {
    return word.normalize("NFD").replace(MARKS, "");
  }

  // The index keeps whole words without accents. This rides on the filter of stop words, the one
  // step of the language that the theme leaves in place.
  var isKept = lunr.es.stopWordFilter;
  function foldToken(token) {
    var kept = isKept(token);
    return kept ? kept.update(fold) : kept;
  }
  lunr.Pipeline.registerFunction(foldToken, "stopWordFilter-es-fold");
  lunr.es.stopWordFilter = foldToken;

  // A word of the search loses its accents, and its ending too when it may go on (`word*`).
  var addClause = lunr.Query.prototype.clause;
  lunr.Query.prototype.clause = function (clause) {
    if (clause.term) {
      var open = clause.term.slice(-1) === "*";
      var word = fold(open ? clause.term.slice(0, -1) : clause.term);
      if (open && word.length > 4) word = word.replace(ENDING, "");
      clause.term = open ? word + "*" : word;
    }
    return addClause.call(this, clause);
  };
})(lunr);
