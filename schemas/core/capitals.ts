// An amount in Chinese capitals, as statements and cheques carry it beside the figures: 壹仟贰佰元伍角.
const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** @param fen whole fen, up to 10^16 */
export function inCapitals(fen: number): string {
  const whole = Math.floor(Math.abs(fen) / 100);
  const [jiao, rest] = [Math.floor(Math.abs(fen) / 10) % 10, Math.abs(fen) % 10];
  const yuan = whole > 0 ? `${wholeInCapitals(whole)}元` : '';
  const small = jiao === 0 && rest === 0 ? '整' : smallInCapitals(jiao, rest, whole > 0);
  const text = whole === 0 && small === '整' ? '零元整' : yuan + small;
  return fen < 0 ? `负${text}` : text;
}

function smallInCapitals(jiao: number, rest: number, hasYuan: boolean): string {
  const first = jiao > 0 ? `${digit(jiao)}角` : hasYuan ? '零' : '';
  return first + (rest > 0 ? `${digit(rest)}分` : '');
}

/** In groups of four figures; one zero stands for as many as there are in a row, and none at a group's end. */
function wholeInCapitals(whole: number): string {
  let text = '';
  for (let group = 0, left = whole; left > 0; group++, left = Math.floor(left / 10_000)) {
    const part = left % 10_000;
    const isGap = part < 1000 && left >= 10_000;
    if (part > 0) text = (isGap ? '零' : '') + groupInCapitals(part) + (groups[group] ?? '') + text;
    else if (text !== '' && !text.startsWith('零')) text = `零${text}`;
  }
  return text;
}

function groupInCapitals(part: number): string {
  let text = '';
  for (let place = 0, left = part; left > 0; place++, left = Math.floor(left / 10)) {
    const figure = left % 10;
    if (figure > 0) text = digit(figure) + (places[place] ?? '') + text;
    else if (text !== '' && !text.startsWith('零')) text = `零${text}`;
  }
  return text;
}

const digit = (figure: number): string => digits.charAt(figure);
