/* One activity, or one tree of SBB entities, in a sheet above the page. */
import { say, el, duration, clock, notice } from './format.js';

const sheet = document.getElementById('detail');
const body = document.getElementById('detail-body');
const title = document.getElementById('detail-title');
const back = document.getElementById('detail-back');
const way = [];
/** The SLEE ends these by itself. */
const OWN = ['null', 'service', 'profile table'];

const fact = (key, value, wide) => [el('div', { class: wide ? 'wide' : null }, el('dt', {}, say(key)), el('dd', {}, value))];
const part = (key, items) => items.length ? [el('section', { class: 'part' }, el('h3', {}, say(key)), el('ul', { class: 'plain' }, ...items.map(item => el('li', {}, ...item))))] : [];
const button = (text, action) => el('button', { type: 'button', class: 'link-button', onclick: action }, text);

export const show = (id, ask) => open(() => activity(id, ask));

async function open(page) {
  way.push(page);
  await draw();
}

async function draw() {
  back.hidden = way.length < 2;
  try {
    await way[way.length - 1]();
  } catch (problem) {
    title.textContent = say('inspect.gone');
    body.replaceChildren(el('p', { class: 'part' }, problem.message));
  }
  sheet.scrollTop = 0;
  if (!sheet.open) sheet.showModal();
}

back.addEventListener('click', () => { way.pop(); draw(); });
sheet.addEventListener('close', () => { way.length = 0; });

async function activity(id, ask) {
  const all = await ask(`activities/${id}`), one = all.activity, now = one.startedAt + one.ageMillis;
  title.textContent = `${one.raEntity} · ${one.handle}`;
  title.title = one.handle;
  body.replaceChildren(
    el('dl', { class: 'facts' }, ...fact('inspect.state', say('inspect.state.' + one.state)), ...fact('inspect.started', clock(one.startedAt)), ...fact('inspect.age', duration(one.ageMillis)), ...fact('inspect.idle', duration(one.idleMillis)),
      ...fact('inspect.waiting', `${one.waitingEvents}${one.heldBack ? ' · ' + say('inspect.heldBack') : ''}`), ...fact('inspect.underWay', all.underWay || '–'), ...fact('inspect.handle', one.handle, true)),
    ...part('inspect.attached', all.attached.map(entity => [button(entity.path, () => open(() => tree(entity.entityTree, ask))), el('small', {}, entity.service)])),
    ...part('inspect.names', all.names.map(name => [el('span', {}, name)])),
    ...part('inspect.timers', all.timers.map(timer => [el('span', {}, timer.id), el('span', { class: 'num' }, say('inspect.dueIn', duration(timer.due - now)), timer.periodMillis ? ` · ${say('inspect.every', duration(timer.periodMillis))}` : '')])),
    ...part('inspect.attributes', Object.entries(all.attributes).map(([name, value]) => [el('span', {}, name), el('span', {}, value)])),
    ...part('inspect.lastEvents', [...all.lastEvents].reverse().map(event => [el('span', { class: 'num muted' }, clock(event.at)), el('span', {}, event.type), el('small', {}, event.received ? '' : say('inspect.nobody'))])),
    ...OWN.includes(one.raEntity) || one.state !== 'ACTIVE' ? [] : [ending(one, ask)]);
}

/** Asks again before it acts: what the activity stands for, a caller's leg for example, ends with it. */
function ending(one, ask) {
  let sure = false;
  const press = el('button', { type: 'button', class: 'button danger', onclick: async () => {
    if (!sure) { sure = true; press.textContent = say('inspect.end.sure', one.handle); return; }
    try {
      await ask(`activities/${one.id}`, 'DELETE');
      notice(say('inspect.end.done', one.handle));
      sheet.close();
    } catch (problem) {
      notice(problem.message, true);
    }
  } }, say('inspect.end'));
  return el('div', { class: 'part' }, press);
}

async function tree(id, ask) {
  const all = await ask(`entities/${id}`);
  const name = all.convergenceName === '[]' ? '' : all.convergenceName;
  title.textContent = [all.service, name].filter(Boolean).join(' · ');
  title.title = name;
  body.replaceChildren(
    el('dl', { class: 'facts' }, ...fact('inspect.service', all.service), ...fact('inspect.started', clock(all.createdAt)), ...fact('inspect.age', duration(all.ageMillis)), ...fact('inspect.convergence', name || '–', true)),
    all.busy ? el('p', { class: 'part' }, say('inspect.busy')) : el('div', { class: 'tree' }, node(all.root, ask)));
}

function node(entity, ask) {
  const fields = Object.entries(entity.fields);
  const name = el('span', { class: 'node-name' }, entity.sbb);
  return el('div', { class: 'node' }, name, ' ', el('small', {}, [entity.relation, say('inspect.priority', entity.priority)].filter(Boolean).join(' · ')),
    entity.activities.length ? el('p', {}, say('inspect.on'), ' ', ...entity.activities.flatMap((id, n) => [n ? ', ' : '', button('#' + id, () => open(() => activity(id, ask)))])) : null,
    fields.length ? el('dl', {}, ...fields.flatMap(([field, value]) => [el('dt', {}, field), el('dd', {}, value)])) : null,
    entity.children.length ? el('ul', {}, ...entity.children.map(child => el('li', {}, node(child, ask)))) : null);
}
