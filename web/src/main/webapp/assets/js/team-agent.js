/* One agent in detail: state, call in hand, today's figures, and what a supervisor can do. */
import { say, el, icon, since, duration, patch, notice, refused, reasons, reasonOf, base, LOOK, STAGE_LOOK, LEG_LOOK, customerOf, roleOf, stageWord, legWord } from './format.js';
import { board, force } from './line.js';
import { shownState, nextWords } from './shown-state.js';
import { ask, intercept, join } from './call-control.js';
import { menuButton } from './menu.js';
import { messageForm } from './message-form.js';

const DAY_EVERY = 15000;
let day = { agent: '', at: 0, figures: null };

export function agentPanel(box, agent, queues, close) {
  learnDay(box, agent, queues, close);
  const call = agent.call && board.calls.get(agent.call);
  patch(box, [['agent ' + agent.id, 'card', () => el('section', { class: 'card agent-panel', 'data-panel': agent.id }, el('div', {}), el('div', {}), el('div', {}), el('div', {}))]]);
  const [head, hand, figures, acts] = box.firstChild.children;
  patch(head, [['head', JSON.stringify([agent, shownState(agent), queues]), () => heading(agent, queues, close)]]);
  patch(hand, [['hand', JSON.stringify(call || null), () => inHand(call, agent)]]);
  patch(figures, [['day', JSON.stringify(day.agent === agent.id ? day.figures : null), () => today(day.agent === agent.id ? day.figures : null)]]);
  patch(acts, [['acts', agent.id, () => actions(agent)]]);
  for (const button of acts.querySelectorAll('[data-force]')) button.disabled = agent.state === 'SIGNED_OUT';
}

function heading(agent, queues, close) {
  return el('header', { class: 'agent-head' }, el('div', {}, el('h2', {}, agent.name || agent.id), el('p', { class: 'muted num' }, [agent.name === agent.job ? '' : agent.job, agent.phone].filter(Boolean).join(' · '))),
    el('button', { type: 'button', class: 'tool square', 'data-act': 'close', 'aria-label': say('team.close'), onclick: close }, icon('close')),
    el('p', { class: 'agent-state' }, el('span', { class: `chip ${LOOK[shownState(agent)]}` }, icon('s-' + shownState(agent)), say('state.' + shownState(agent)), agent.since ? since(agent.since) : ''), ['BUSY', 'REST', 'LOST', 'SIGNED_OUT'].includes(agent.state) ? el('span', { class: 'muted' }, reasonOf(agent)) : '', agent.next ? el('span', { class: 'muted', 'data-next': agent.next }, nextWords(agent)) : ''),
    el('p', { class: 'muted' }, queues.map(id => board.queues.get(id)?.name || id).join(' · ')));
}

function inHand(call, agent) {
  if (!call) return el('div', { class: 'agent-part' }, el('h3', {}, say('team.call')), el('p', { class: 'muted' }, say('team.call.none')));
  const talks = ['TALKING', 'ON_HOLD'].includes(call.stage);
  const mode = one => el('button', { type: 'button', class: one === 'LISTEN' ? 'button primary' : 'button', 'data-mode': one, title: say('serve.' + one + '.text'), disabled: !talks, onclick: () => join(call, one) }, say('serve.' + one));
  return el('div', { class: 'agent-part' }, el('h3', {}, say('team.call')),
    el('p', { class: 'agent-call' }, el('a', { class: 'num', href: `${base}/call.xhtml?id=${encodeURIComponent(call.id)}` }, customerOf(call) || say('live.withheld')), el('span', { class: `chip ${STAGE_LOOK[call.stage]}` }, stageWord(call), since(call.since))),
    el('p', { class: 'legs' }, ...call.legs.filter(leg => !leg.ended && leg.state !== 'NULL').map(leg => el('span', { class: `leg ${leg.suspended ? 'is-lost' : LEG_LOOK[leg.state]}` }, el('i'),
      el('span', {}, leg.name || (leg.agent ? board.agents.get(leg.agent)?.name || leg.agent : say('role.' + roleOf(leg)))), el('em', {}, leg.mode && leg.role === 'supervisor' && leg.state === 'CONNECTED' ? say('mode.' + leg.mode) : legWord(leg))))),
    el('div', { class: 'agent-buttons' }, mode('LISTEN'), mode('WHISPER'), mode('BARGE_IN'),
      el('button', { type: 'button', class: 'button', 'data-service': 'INTERCEPT', title: say('serve.INTERCEPT.text'), disabled: !talks, onclick: () => intercept(call) }, say('serve.INTERCEPT')),
      el('button', { type: 'button', class: 'button danger', 'data-service': 'RELEASE', onclick: () => release(call, agent) }, say('serve.RELEASE'))));
}

/** Does what cannot be undone after asking once more, by name. */
function confirm(title, text, doIt, name, act) {
  const sheet = el('dialog', { class: 'sheet' }, el('form', { method: 'dialog' }, el('h2', {}, title), el('p', {}, text),
    el('div', { class: 'agent-buttons' }, el('button', { class: 'button', value: '' }, say('team.cancel')), el('button', { class: 'button danger', value: 'yes', 'data-act': act }, name))));
  sheet.addEventListener('close', () => { sheet.remove(); if (sheet.returnValue === 'yes') doIt(); });
  document.body.append(sheet);
  sheet.showModal();
}

function release(call, agent) {
  confirm(say('team.release.ask'), say('team.release.text', customerOf(call) || say('live.withheld'), agent.name || agent.id), () => ask(call, 'RELEASE'), say('serve.RELEASE'), 'release');
}

/** Signs the agent out by force: only an administrator lets them in again. */
function offline(agent) {
  confirm(say('team.offline.ask', agent.name || agent.id), say('team.offline.text'), async () => {
    try {
      const answer = await fetch(`${base}/api/agents/${encodeURIComponent(agent.id)}/online-right`, { method: 'DELETE' });
      if (answer.ok) notice(say('team.offline.done', agent.name || agent.id)); else refused((await answer.json()).code || String(answer.status));
    } catch { refused('line'); }
  }, say('team.offline'), 'force-offline');
}

function today(figures) {
  const fact = (key, value) => el('div', {}, el('dt', {}, say('team.today.' + key)), el('dd', { class: 'num' }, value));
  return el('div', { class: 'agent-part' }, el('h3', {}, say('team.today')), el('dl', { class: 'agent-day' }, fact('calls', figures ? String(figures.calls) : '–'),
    fact('talk', figures ? duration(figures.talk) : '–'), fact('notReady', figures ? duration(figures.notReady) : '–')));
}

async function learnDay(box, agent, queues, close) {
  if (day.agent === agent.id && Date.now() - day.at < DAY_EVERY) return;
  if (day.agent !== agent.id) day = { agent: agent.id, at: 0, figures: null };
  day.at = Date.now();
  try {
    const answer = await fetch(`${base}/team/day?agent=${encodeURIComponent(agent.id)}`, { cache: 'no-store' });
    if (answer.ok && day.agent === agent.id) { day.figures = await answer.json(); if (box.querySelector(`[data-panel="${CSS.escape(agent.id)}"]`)) agentPanel(box, board.agents.get(agent.id) || agent, queues, close); }
  } catch { /* Asked again with the next change; the line says that the server is away. */ }
}

function actions(agent) {
  const set = async (state, reason) => {
    const answer = await force(agent.id, state, reason);
    if (answer.refusal) refused(answer.refusal);
    else notice(say(answer.later ? 'team.state.later' : 'team.state.done', agent.name || agent.id));
  };
  const choices = ['READY', 'BUSY', 'REST', 'SIGN_OUT'].map(state => {
    const own = reasons.filter(reason => reason.use === state);
    const open = el('button', { type: 'button', class: 'button', 'data-force': state, 'aria-haspopup': own.length ? 'menu' : null }, say('team.state.' + state), own.length ? ' ▾' : '');
    if (!own.length) { open.addEventListener('click', () => set(state, '')); return open; }
    return menuButton(open, el('div', { class: 'menu', hidden: true, role: 'menu' }, ...own.map(reason => el('button', { type: 'button', role: 'menuitem', 'data-reason': reason.code,
      onclick: event => { event.target.closest('.menu').hidden = true; set(state, reason.code); } }, reason.name))));
  });
  choices.push(el('button', { type: 'button', class: 'button danger', 'data-act': 'offline', onclick: () => offline(agent) }, say('team.offline')));
  return el('div', { class: 'agent-part' }, el('h3', {}, say('team.state')), el('div', { class: 'agent-buttons' }, ...choices),
    el('h3', {}, say('message.toAgent')), messageForm(() => ({ agent: agent.id })));
}
