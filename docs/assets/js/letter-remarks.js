// What may be odd about something that is filled into a letter.

// https://en.wikipedia.org/wiki/Luhn_algorithm, for the number ranges of the cards that shops take.
function isCardNumber(digits) {
  if (!/^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|35\d{14}|6(?:011|5\d\d)\d{12})$/.test(digits)) {
    return false;
  }
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = place % 2 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const holdsCardNumber = (text) =>
  [...text.matchAll(/\d(?:[ -]?\d){12,18}/g)].some(([number]) => isCardNumber(number.replace(/[ -]/g, "")));

// A word of mixed letters and digits, the word after “password”, or a number of four or six digits that is no year.
// Without lookbehind, for which Safari before 16.4 would refuse the whole script.
const holdsSecret = (text) =>
  /(?:^|\s)(?=[^\s@/:]*[a-z])(?=[^\s@/:]*[A-Z])(?=[^\s@/:]*\d)[^\s@/:]{8,}/.test(text) ||
  /(?:passwor[dt]|passcode|パスワード|暗証番号)\s*(?:[:=：は]|is\b)\s*\S/i.test(text) ||
  /(?:^|[^\d -]|(?:^|\D) )(?!(?:19|20)\d\d(?!\d))(?:\d{4}|\d{6})(?!-|[ -]?\d)/.test(text);

/** Today as a field for dates has it. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Everything about a field that deserves a look, as keys of the remarks. */
export function oddities(input) {
  const text = input.value.trim();
  const folded = text.normalize("NFKC");
  const english = "english" in input.dataset;
  const found = {
    email: input.type === "email" && input.validity.typeMismatch,
    date: input.type === "date" && text > today(),
    order: input.dataset.kind === "order" && !/^\d*$/.test(folded),
    card: holdsCardNumber(folded),
    secret: english && holdsSecret(folded),
    foreign: english && /[\u3040-\u30ff\u3400-\u9fff]/.test(text),
  };
  return Object.keys(found).filter((kind) => found[kind]);
}
