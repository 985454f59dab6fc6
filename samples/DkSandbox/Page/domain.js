// A domain: its data, DS records and history.
import { button, day, element, get, moment } from './page.js';
import { filterFrames } from './frames.js';

const row = (name, value) => [element('dt', {}, name), element('dd', {}, value)];
const list = (items, none) => element('ul', {}, items.length ? items.map(item => element('li', {}, item)) : element('li', { className: 'none' }, none));

export async function showDomain(domain) {
  const history = await get(`/api/domains/${encodeURIComponent(domain.name)}/history`);
  const dialog = element('dialog', { id: 'domain' },
    element('h2', {}, domain.name),
    element('dl', {},
      row('Managed by', domain.sponsor),
      row('Registrant', domain.registrant),
      row('Status', domain.statuses.join(', ')),
      row('Created', day(domain.created)),
      row('Expires', domain.expires ? `${day(domain.expires)}, ${domain.autoRenew ? 'renewed automatically' : 'not renewed'}` : 'not registered yet'),
      row('Name servers', domain.nameServers.join(', ') || 'none'),
      row('Tokens', domain.tokens.map(expires => `valid until ${moment(expires)}`).join(', ') || 'none')),
    element('h3', {}, 'DS records'),
    list(domain.dsRecords.map(record => element('code', {}, record)), 'None.'),
    element('h3', {}, 'History'),
    list([...history].reverse().map(event => [element('small', {}, moment(event.time)), event.text]).map(parts => element('span', {}, parts)), 'Nothing has changed.'),
    element('p', { className: 'choices' },
      button('Frames', '', () => { dialog.close(); filterFrames(domain.name); }, 'The commands and responses with this name'),
      button('Close', '', () => dialog.close())));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
