// What both pages use: elements, requests and dialogs. Text is inserted as text, never as HTML.

export const byId = id => document.getElementById(id);
export const day = text => text ? text.slice(0, 10) : '';
export const moment = text => text.slice(0, 19).replace('T', ' ');
export const timeOfDay = text => text.slice(11, 19);

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

export const small = text => element('small', {}, text);
export const tag = (text, kind) => element('span', { className: `tag ${kind ?? ''}` }, text);
export const whole = (...contents) => element('div', { className: 'whole' }, ...contents);
export const button = (text, kind, action, title) => element('button', { type: 'button', className: kind ?? '', onclick: action, title: title ?? '' }, text);

const statusKinds = { ok: 'good', active: 'good', linked: 'good', serverHold: 'bad', pendingDelete: 'bad' };
export const kindOfStatus = status => statusKinds[status] ?? (status.startsWith('pending') || status === 'redemptionPeriod' ? 'wait' : '');

// A cell for each heading of the table; on narrow screens, the heading is beside the cell.
export function cells(table, ...contents) {
  const headings = [...byId(table).closest('table').querySelectorAll('th')].map(heading => heading.innerText);
  return element('tr', {}, contents.map((content, at) => {
    const cell = element('td', {}, [content].flat());
    cell.dataset.heading = headings[at];
    return cell;
  }));
}

export function fill(id, items, draw, none) {
  byId(id).replaceChildren(...(items.length || !none ? items.map(draw) : [element('li', { className: 'none' }, none)]));
  const count = byId(`${id}-count`);
  if (count) { count.textContent = items.length; }
}

export function notify(text) {
  byId('notice').hidden = !text;
  byId('notice').textContent = text ?? '';
}

export async function get(path) {
  const response = await fetch(path);
  if (!response.ok) { throw new Error(`${path}: ${response.status}`); }
  return response.json();
}

// Posts an action. Returns the result; null if the action has none or was refused, with the reason in the notice.
export async function post(path, body) {
  const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });
  const result = response.status === 204 ? null : await response.json();
  notify(result && result.error);
  return result && result.error ? null : result;
}

// Asks before an action that cannot be undone.
export function confirmed(question, verb) {
  return new Promise(resolve => {
    const dialog = element('dialog', { className: 'question' },
      element('p', {}, question),
      element('p', { className: 'choices' }, button('Cancel', '', () => dialog.close('no')), button(verb, 'no', () => dialog.close('yes'))));
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function copyButton(text) {
  const made = button('Copy', 'copy', async () => {
    await navigator.clipboard.writeText(text);
    made.textContent = 'Copied';
    setTimeout(() => { made.textContent = 'Copy'; }, 1500);
  });
  return made;
}
