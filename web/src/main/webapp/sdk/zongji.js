/* Zongji in the page of another application: events, state and calls of one agent, or of all, over one WebSocket that heals by itself.
   Nothing is asked twice: commands that were on their way when the line broke are sent again under the same id, and nothing is asked late:
   what could not be sent for a while is refused. */
import { server } from './place.js';

const SILENCE_MS = 7000;
/* How long a command waits for the line: longer, and whoever gave it has done something else. */
const PATIENCE_MS = 10000;
const RETRY_MS = [300, 600, 1200, 2500, 5000];

/** Why a command was not done: code for programs, message for people. */
export class ZongjiError extends Error {
  constructor({ code, problem, field }) { super(problem || code); this.name = 'ZongjiError'; this.code = code; this.field = field; }
}

/** Connects and resolves when the line is open and the first picture is there. */
export async function connect(token, options = {}) {
  const client = new Zongji(token, options);
  await client.ready;
  return client;
}

export class Zongji {
  #token;
  #options;
  #listeners = new Map();
  #pending = new Map();
  #socket = null;
  #heard = 0;
  #tries = 0;
  #timer = null;
  #closed = false;
  #began;
  /** What this program may do: name, roles, agent (its id). */
  me = null;
  /** Calls in hand, or all calls for who may see all, by id. */
  calls = new Map();
  agents = new Map();
  queues = new Map();
  /** Up to where events were heard. */
  position = null;
  connected = false;
  /** The phone in this page; null without one. */
  phone = null;

  /** @param options server: address of the portal; topics; from: a position to hear events from */
  constructor(token, options = {}) {
    this.#token = token;
    this.#options = { topics: ['calls', 'agents', 'state'], ...options };
    this.server = (options.server || server).replace(/\/+$/, '');
    this.position = options.from ?? null;
    this.ready = new Promise((resolve, reject) => { this.#began = { resolve, reject }; });
    this.ready.catch(() => {});
    this.#timer = setInterval(() => {
      if (this.#socket && Date.now() - this.#heard > SILENCE_MS) this.#lost(1006, 'silence');
      if (!this.connected) this.#giveUpLate();
    }, 1000);
    this.#open();
  }

  /** Hears: change, ringing (call), call (call), ended (call), event (event), gap (oldest), connection (connected), phone (phone). Returns what ends it. */
  on(type, listener) {
    const all = this.#listeners.get(type) || this.#listeners.set(type, new Set()).get(type);
    all.add(listener);
    return () => all.delete(listener);
  }

  close() {
    this.#closed = true;
    clearInterval(this.#timer);
    this.phone?.stop();
    this.#socket?.close();
    this.#pending.forEach(one => one.reject(new ZongjiError({ code: 'closed', problem: 'The line was closed' })));
    this.#pending.clear();
  }

  /** The agent for whom this program acts, with state; null when none. */
  get agent() { return this.agents.get(this.me?.agent) || null; }

  /** The agent's call: the one that rings or is talked on; null when none. */
  get call() { return this.calls.get(this.agent?.call) || [...this.calls.values()].find(call => this.myLeg(call)) || null; }

  /** The agent's own leg of a call. */
  myLeg(call) { return call.legs.find(leg => leg.agent === this.me?.agent && leg.state !== 'NULL'); }

  /** Whether the agent's phone rings. */
  isRinging(call) { return this.myLeg(call)?.state === 'ALERTING' || call.stage === 'RINGING' && call.agent === this.me?.agent && !this.isDialling(call); }

  /** Whether the agent makes the call, and has not reached anybody. */
  isDialling(call) { return call.direction !== 'INBOUND' && call.agent === this.me?.agent && ['SETUP', 'RINGING'].includes(call.stage) && !call.legs.some(leg => leg.role === 'caller' && leg.answered); }

  /** The number of the one the agent talks with: who called, or who is called; empty when withheld. */
  numberOf(call) { return call.direction === 'OUTBOUND' || call.direction === 'INTERNAL' && call.agent === this.me?.agent ? call.to : call.from; }

  // --- what an agent asks; each resolves when it is done, and rejects with a ZongjiError ---
  state(action, reason) { return this.#ask('state', { action, reason }); }
  signIn() { return this.state('SIGN_IN'); }
  signOut() { return this.state('SIGN_OUT'); }
  setReady() { return this.state(this.agent?.state === 'WRAP_UP' && !this.agent.next ? 'WRAP_UP_DONE' : 'READY'); }
  setBusy(reason) { return this.state('BUSY', reason); }
  /** Another phone, of the company or outside, or the own one; in a call it is rung, and takes the call when it is answered.
      One outside in the mode STANDING is called once, and stays on the line between calls. */
  chooseDevice(device = '', deviceMode = 'PER_CALL') { return this.#ask('state', { action: 'CHOOSE_DEVICE', device, deviceMode }); }
  /** Resolves with 'asked' where somebody has to allow it first: it is only asked for then. */
  setRest(reason) { return this.state('REST', reason); }
  takeRestBack() { return this.fetch('/rest-requests', { method: 'DELETE' }); }

  serve(call, service, more = {}) { return this.#ask('serve', { call: call.id || call, service, ...more }); }
  hold(call = this.call) { return this.serve(call, 'HOLD'); }
  retrieve(call = this.call) { return this.serve(call, 'RETRIEVE'); }
  consult(target, call = this.call) { return this.serve(call, 'CONSULT', { target }); }
  alternate(call = this.call) { return this.serve(call, 'ALTERNATE'); }
  reconnect(call = this.call) { return this.serve(call, 'RECONNECT'); }
  conference(call = this.call) { return this.serve(call, 'CONFERENCE'); }
  /** With a target at once, without one to the colleague who is consulted. */
  transfer(target, call = this.call) { return target ? this.serve(call, 'SINGLE_STEP_TRANSFER', { target }) : this.serve(call, 'TRANSFER'); }
  /** Sends the call that rings elsewhere, unanswered: to an extension, a number, queue:<id> or flow:<id>. */
  deflect(target, call = this.call) { return this.serve(call, 'DEFLECT_CALL', { target }); }
  hangUp(call = this.call) { return this.phone?.rings ? this.phone.hangUp() : this.serve(call, 'CLEAR_CONNECTION'); }
  sendDigits(digits, call = this.call) { return this.serve(call, 'SEND_DIGITS', { digits }); }
  /** Resolves with the new call's id when the own phone is being rung. The caller is the number to show outside, if not the usual one. */
  make(target, caller) { return this.#ask('make', { target, caller }); }
  /** Lets data go along with a call, wherever it is transferred; an empty text takes a name away. */
  attach(data, call = this.call) { return this.#ask('attach', { call: call.id || call, data }); }
  /** Answers in this page when it is the phone that rings, or at a phone on the desk that can be told to; other phones are answered by hand. */
  async answer(call = this.call) {
    if (!this.phone?.rings && call && this.myLeg(call)?.answerable) { await this.serve(call, 'ANSWER'); return; }
    if (!this.phone?.rings) throw new ZongjiError({ code: 'answerAtPhone', problem: 'Answer at the phone: it is not this page that rings' });
    await this.phone.answer();
  }

  /** Why an agent may be busy or at rest, as set up: code, use (BUSY or REST), chinese, english. */
  async reasons() { return (await this.fetch('/me')).reasons; }

  /** Makes this page the agent's phone: needs a microphone and a secure page. */
  async usePhone() {
    if (this.phone) return this.phone;
    const { Phone } = await import(new URL('phone.js', `${this.server}/sdk/`).href);
    this.phone = new Phone(this.server, this.#token, path => this.fetch(path, { method: 'POST' }), () => this.#emit('phone', this.phone));
    return this.phone;
  }

  /** Asks the REST interface: the JSON of the answer, null for none. */
  async fetch(path, { method = 'GET', body } = {}) {
    const answer = await fetch(`${this.server}/api${path}`, {
      method, cache: 'no-store', credentials: 'omit', body: body && JSON.stringify(body),
      headers: { Authorization: `Bearer ${this.#token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    });
    const json = answer.status === 204 ? null : await answer.json().catch(() => ({ code: 'failed', problem: answer.statusText }));
    if (!answer.ok) throw new ZongjiError(json);
    return json;
  }

  // --- the line ---
  #open() {
    const address = new URL(`${this.server}/events`);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = this.#socket = new WebSocket(address, ['zongji.v1', `bearer.${this.#token}`]);
    this.#heard = Date.now();
    socket.onopen = () => this.#subscribe(socket);
    socket.onmessage = event => { if (socket === this.#socket) this.#hear(JSON.parse(event.data)); };
    socket.onclose = event => { if (socket === this.#socket) this.#lost(event.code, event.reason); };
  }

  #subscribe(socket) {
    const wanted = { t: 'subscribe', id: 'subscription', topics: this.#options.topics };
    if (this.position !== null) wanted.from = this.position;
    socket.send(JSON.stringify(wanted));
  }

  #hear(message) {
    this.#heard = Date.now();
    if (message.t === 'hello') this.me = { name: message.name, roles: message.roles, agent: message.agent ?? null };
    else if (message.t === 'event') { this.position = message.position; this.#emit('event', message); }
    else if (message.t === 'beat') this.position = message.position;
    else if (message.t === 'picture') this.#show(message);
    else if (message.t === 'answer') this.#answered(message);
  }

  #answered(message) {
    if (message.id === 'subscription') {
      if (message.refusal) return this.#notSubscribed(message);
      this.position ??= message.position;
      this.#tries = 0;
      this.#giveUpLate();
      this.#become(true);
      this.#pending.forEach(one => this.#socket.send(one.text));
      if (!this.#options.topics.includes('state')) this.#began.resolve(this);
      return undefined;
    }
    const asked = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.refusal) asked?.reject(new ZongjiError(message.refusal));
    else asked?.resolve(message.asked ? 'asked' : message.call ?? null);
    return undefined;
  }

  /** What was missed is not kept any more: goes on from now, and says so. */
  #notSubscribed(message) {
    if (this.position === null) { this.#began.reject(new ZongjiError(message.refusal)); this.close(); return; }
    this.#emit('gap', message.oldest ?? null);
    this.position = null;
    this.#subscribe(this.#socket);
  }

  #show(picture) {
    // A call that the agent makes rings at the own phone, too, but nobody calls.
    const comesIn = call => this.isRinging(call) && !this.isDialling(call);
    const before = new Map(this.calls), rangBefore = new Set([...this.calls.values()].filter(comesIn).map(call => call.id));
    if (picture.full) { if (picture.calls) { this.calls.clear(); this.agents.clear(); } if (picture.queues) this.queues.clear(); }
    for (const id of picture.ended || []) this.calls.delete(id);
    for (const call of picture.calls || []) this.calls.set(call.id, call);
    for (const agent of picture.agents || []) this.agents.set(agent.id, agent);
    for (const queue of picture.queues || []) this.queues.set(queue.id, queue);
    this.#began.resolve(this);
    for (const call of picture.calls || []) {
      if (comesIn(call) && !rangBefore.has(call.id)) this.#emit('ringing', call);
      this.#emit('call', call);
    }
    before.forEach((call, id) => { if (!this.calls.has(id)) this.#emit('ended', call); });
    this.#emit('change', this);
  }

  #lost(code, reason) {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#become(false);
    if (this.#closed) return;
    if (code === 1008) {
      this.#began.reject(new ZongjiError({ code: 'signIn', problem: reason || 'The token is not valid, or not from this page' }));
      this.close();
      return;
    }
    setTimeout(() => { if (!this.#closed) this.#open(); }, RETRY_MS[Math.min(this.#tries++, RETRY_MS.length - 1)]);
  }

  /** Also asked before commands are sent again: the timer of a sleeping computer comes later than its line. */
  #giveUpLate() {
    this.#pending.forEach((one, id) => {
      if (Date.now() - one.asked < PATIENCE_MS) return;
      this.#pending.delete(id);
      one.reject(new ZongjiError({ code: 'line', problem: 'The line was lost; look whether it was done before asking again' }));
    });
  }

  #ask(type, fields) {
    return new Promise((resolve, reject) => {
      const id = crypto.randomUUID(), text = JSON.stringify({ t: type, id, ...fields });
      this.#pending.set(id, { text, resolve, reject, asked: Date.now() });
      if (this.connected) this.#socket.send(text);
    });
  }

  #become(connected) {
    if (this.connected === connected) return;
    this.connected = connected;
    if (connected) this.phone?.checkLine();
    this.#emit('connection', connected);
    this.#emit('change', this);
  }

  #emit(type, detail) { this.#listeners.get(type)?.forEach(listener => listener(detail)); }
}
