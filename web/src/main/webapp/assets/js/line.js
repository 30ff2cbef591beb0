/* The WebSocket of a page: what the server tells, in order and without gaps. A lost line is noticed within 3 s (the server says
   something every second), shown, and opened again; the first message then brings all that happened in between. */
import { base, learnTime, say } from './format.js';

const SILENCE = 2300;
/* The server takes a page that says nothing for 12 s for lost. Said in answer to what it says, as timers of hidden pages are slow. */
const SAY_EVERY = 3000;
const listeners = new Set();
const waiting = new Map();
export const board = { calls: new Map(), queues: new Map(), agents: new Map(), endings: new Map(), ready: false };
let socket = null, heard = 0, version = 0, epoch = '', tries = 0, asked = 0, lostAt = 0, said = 0;

/** Is told after every change of the board. */
export function onChange(listener) { listeners.add(listener); if (board.ready) listener(board); }

const returns = new Set();
/** Is told when the server is heard again after a silence. */
export function onReturn(listener) { returns.add(listener); }

const told = new Map();
/** Is told what the server says whole whenever it changes, under a name: alarms, raised hands, messages, services. */
export function onTold(name, listener) {
  const one = told.get(name) || { listeners: [] };
  told.set(name, one);
  one.listeners.push(listener);
  if (one.last) listener(one.last);
}

/** Sends a message to an agent, a queue's agents or all; says that one is read; raises, lowers or takes a hand. Each gives null, or the refusal. */
export const write = (to, text) => send({ message: { to, text } });
export const markRead = id => send({ read: id });
export const hand = wish => send({ hand: wish });

/** Takes the own request for a rest back; the promise gives null, or the refusal. */
export const takeRestBack = () => send({ rest: {} });

/** What an action comes to that is not done, as somebody has to allow it first. */
export const ASKED = 'asked';
/** Asks for an action; the promise gives null when done, ASKED, or the refusal. */
export const ask = (action, reason, queues, device, deviceMode) => send({ ask: action, reason, queues, device, deviceMode }, answer => (answer.asked ? ASKED : answer.refusal ?? null));

/** Keeps what the agent writes of a call: codes of facts.wrapUpCodes and a note. The promise gives null when kept, else the refusal. */
export const writeUp = (call, codes, note) => send({ wrapUp: { call, codes, note } });

/** Asks a call for a service; the promise gives null when done, else the refusal. */
export const serve = (call, service, more) => send({ call, service, ...more });

/** Asks for a call to a number that shows a number of ours, or the usual one; the promise gives null when it is being made, else the refusal. */
export const make = (number, caller) => send({ make: number, caller });

/** Asks to bring an agent into a state; the promise gives the answer, with a refusal or none, and whether it is done later. */
export const force = (agent, state, reason) => send({ force: { agent, state, reason } }, answer => answer);

/** Allows or refuses the rest that an agent asks for; the promise gives the answer as of force. */
export const decideRest = (agent, allowed) => send({ rest: { agent, allowed } }, answer => answer);

function send(message, read = answer => answer.refusal ?? null) {
  return new Promise(resolve => {
    const answered = answer => resolve(read(answer));
    if (!socket || socket.readyState !== WebSocket.OPEN || lostAt) { answered({ refusal: 'line' }); return; }
    const id = String(++asked);
    waiting.set(id, answered);
    socket.send(JSON.stringify({ ...message, id }));
    setTimeout(() => { if (waiting.delete(id)) answered({ refusal: 'slow' }); }, 8000);
  });
}

function open() {
  const url = new URL(`${base}/push`, location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = new URLSearchParams({ since: version, epoch }).toString();
  const mine = socket = new WebSocket(url);
  heard = Date.now();
  mine.onmessage = event => { if (mine === socket) hear(JSON.parse(event.data)); };
  mine.onclose = event => { if (mine === socket) lost(event.code); };
}

function hear(message) {
  heard = Date.now();
  if (heard - said > SAY_EVERY && socket.readyState === WebSocket.OPEN) { said = heard; socket.send('{}'); }
  tries = 0;
  if (lostAt) { lostAt = 0; show(say('line.back'), true); setTimeout(() => { if (!lostAt) show(''); }, 3000); returns.forEach(listener => listener()); }
  if (message.t === 'delta') apply(message);
  else if (message.t === 'answer') { const done = waiting.get(message.id); waiting.delete(message.id); done?.(message); }
  else if (message.t !== 'beat') tell(message);
}

function tell(message) {
  const one = told.get(message.t) || { listeners: [] };
  told.set(message.t, one);
  one.last = message;
  one.listeners.forEach(listener => listener(message));
}

function apply(delta) {
  learnTime(delta.now);
  epoch = delta.epoch;
  version = delta.v;
  if (delta.full) { board.calls.clear(); board.queues.clear(); board.agents.clear(); }
  for (const id of delta.ended) board.calls.delete(id);
  board.endings = new Map(Object.entries(delta.endings || {}));
  for (const call of delta.calls) board.calls.set(call.id, call);
  for (const queue of delta.queues) board.queues.set(queue.id, queue);
  for (const agent of delta.agents) board.agents.set(agent.id, agent);
  board.ready = true;
  listeners.forEach(listener => listener(board));
}

function lost(code) {
  if (!lostAt) lostAt = Date.now();
  show(say('line.lost'));
  const old = socket;
  socket = null;
  old?.close();
  waiting.forEach(done => done({ refusal: 'line' }));
  waiting.clear();
  if (code === 1008 || ++tries > 2) stillSignedIn();
  setTimeout(open, Math.min(300 * 2 ** tries, 5000));
}

/** A new server knows nobody: then only signing in again helps. */
async function stillSignedIn() {
  try {
    if ((await fetch(`${base}/me`, { cache: 'no-store' })).status === 401) location.reload();
  } catch { /* The server is away: keep trying. */ }
}

function show(text, good) {
  const place = document.getElementById('line');
  if (!place) return;
  place.className = good ? 'line ok' : 'line';
  if (place.textContent !== text) place.textContent = text;
}

const silent = () => socket && Date.now() - heard > SILENCE;
/* A page that was not let run for a while hears first what has come meanwhile. */
setInterval(() => { if (silent()) setTimeout(() => { if (silent()) lost(); }, 300); }, 250);
addEventListener('online', () => { if (lostAt && !socket) { tries = 0; } });
open();
