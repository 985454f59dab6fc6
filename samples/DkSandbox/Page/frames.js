// Commands and their responses, live from /api/frames, most recent first.
import { byId, copyButton, element, small, timeOfDay } from './page.js';

const kept = 200;
const exchanges = new Map();

const isRefused = exchange => Boolean(exchange.response && /^2/.test(exchange.response.title));
const textOf = exchange => [exchange.user, exchange.command?.title, exchange.command?.xml, exchange.response?.title, exchange.response?.xml].join(' ').toLowerCase();

function duration(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) { return null; }
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}

const line = (kind, title) => element('span', { className: `frame ${kind}` }, title);
const xml = frame => frame ? element('div', { className: 'xml' }, copyButton(frame.xml), element('pre', {}, frame.xml)) : null;

function draw(exchange, isOpen) {
  return element('details', { open: isOpen },
    element('summary', {},
      small([timeOfDay(exchange.time), `${exchange.user ?? 'session'} ${exchange.session}`, duration(exchange.milliseconds)].filter(part => part !== null).join(' · ')),
      exchange.command ? line('command', exchange.command.title) : null,
      exchange.response ? line(isRefused(exchange) ? 'response refused' : 'response', exchange.response.title) : line('none', 'no response yet')),
    xml(exchange.command), xml(exchange.response));
}

function matches(exchange) {
  const words = byId('filter').value.trim().toLowerCase();
  const kind = byId('filter-kind').value;
  return (!words || exchange.text.includes(words))
    && (kind === 'all' || (kind === 'refused' ? isRefused(exchange.data) : !exchange.data.response));
}

function applyFilter() {
  for (const exchange of exchanges.values()) { exchange.item.hidden = !matches(exchange); }
  byId('frames-count').textContent = [...exchanges.values()].filter(exchange => !exchange.item.hidden).length;
}

function show(data) {
  let exchange = exchanges.get(data.number);
  if (!exchange) {
    exchange = { item: element('li', {}) };
    exchanges.set(data.number, exchange);
    byId('frames').prepend(exchange.item);
    if (exchanges.size > kept) {
      const [oldest] = exchanges.keys();
      exchanges.get(oldest).item.remove();
      exchanges.delete(oldest);
    }
  }

  Object.assign(exchange, { data, text: textOf(data) });
  exchange.item.replaceChildren(draw(data, exchange.item.firstChild?.open ?? false));
  applyFilter();
}

export function filterFrames(words) {
  byId('filter').value = words;
  byId('filter-kind').value = 'all';
  applyFilter();
  byId('frames').scrollIntoView({ block: 'nearest' });
}

export function listen(afterEach) {
  const source = new EventSource('/api/frames');
  source.addEventListener('exchange', event => { show(JSON.parse(event.data)); afterEach(); });
  source.addEventListener('error', () => { byId('disconnected').hidden = false; });
  source.addEventListener('open', () => { byId('disconnected').hidden = true; });
}

byId('filter').oninput = applyFilter;
byId('filter-kind').onchange = applyFilter;
