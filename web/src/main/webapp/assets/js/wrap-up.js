/* What an agent writes of a call: codes and a note, kept by themselves, during the call and in the wrap-up after it. */
import { me, base, wrapUpCodes, wrapUpTimes, say, el, until, refused } from './format.js';
import { writeUp } from './line.js';

const LOAD_AFTER = 400;
const SAVE_AFTER = 900;
const TRY_AGAIN = 4000;
const DRAFT = 'zongji-wrap-up-';

/** What is saved stays here as long as it is about the same call: a page that is loaded again may be quicker than the database. */
function forgetSaved(but) {
  Object.keys(sessionStorage).filter(key => key.startsWith(DRAFT) && key !== DRAFT + but && JSON.parse(sessionStorage.getItem(key)).saved).forEach(key => sessionStorage.removeItem(key));
}

/** When a wrap-up ends by itself; 0 when only the agent ends it, as one that is about no call. */
function endOf(agent, queue) {
  const usual = wrapUpTimes.own ?? wrapUpTimes.queues?.[queue] ?? 0;
  return usual && agent.call ? agent.since + usual * (1 + agent.lengthened) : 0;
}

/** The panel of one call; `act` asks for more time, or ends the wrap-up. */
export class WrapUpForm {
  #call; #queue; #left = el('span', { class: 'wrap-up-left' }); #codes = new Set(); #timer = null; #touched = false; #loaded;
  #note = el('textarea', { name: 'wrap-up-note', rows: 1, maxlength: 3000, placeholder: say('desk.wrapUp.note'), 'aria-label': say('desk.wrapUp.note') });
  #status = el('span', { class: 'muted', role: 'status' });
  #chips = el('div', { class: 'wrap-up-codes', role: 'group', 'aria-label': say('desk.wrapUp.codes') });
  #buttons;

  constructor(call, queue, act, number) {
    this.#call = call;
    this.#queue = queue;
    forgetSaved(call);
    this.#buttons = el('div', { class: 'wrap-up-do', hidden: true },
      el('button', { type: 'button', class: 'button', 'data-wrap-up': 'more', onclick: () => act('EXTEND_WRAP_UP') }, say('bar.EXTEND_WRAP_UP')),
      el('button', { type: 'button', class: 'button primary', 'data-wrap-up': 'done', onclick: async () => { await this.save(); act('WRAP_UP_DONE'); } }, say('bar.WRAP_UP_DONE')));
    const fitting = wrapUpCodes.filter(code => !code.queues.length || code.queues.includes(queue));
    this.#chips.replaceChildren(...fitting.map(code => el('button', { type: 'button', class: 'chip', 'aria-pressed': 'false', 'data-code': code.code, onclick: () => this.#toggle(code.code) }, code.name)));
    this.#note.addEventListener('input', () => this.#soon());
    this.node = el('section', { class: 'wrap-up', 'aria-label': say('desk.wrapUp.title'), 'data-call': call }, el('header', {}, el('h3', {}, say('desk.wrapUp.title'), number ? ' · ' : '', el('span', { class: 'num' }, number || '')), this.#left, this.#status), this.#chips, this.#note, this.#buttons);
    this.#loaded = this.#load();
  }

  /** In wrap-up, with the agent's state, it can be ended and lengthened from here, and tells when it ends by itself; null otherwise. */
  set over(state) {
    this.#buttons.hidden = !state;
    this.node.classList.toggle('is-wrap', Boolean(state));
    const end = state ? endOf(state, this.#queue) : 0;
    if (Number(this.#left.firstChild?.dataset.until || 0) !== end) this.#left.replaceChildren(end ? until(end, say('desk.wrapUp.left')) : '');
  }

  async #load() {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT + this.#call) || 'null');
    if (draft) {
      this.#show(draft);
      if (!draft.saved) this.#soon(0);
      return;
    }
    // Of a call that is over before one could write there is nothing to ask.
    await new Promise(done => setTimeout(done, LOAD_AFTER));
    if (!this.node.isConnected) return;
    try {
      const answer = await fetch(`${base}/api/calls/${encodeURIComponent(this.#call)}/wrap-up`, { cache: 'no-store' });
      const own = answer.ok ? (await answer.json()).find(one => one.agent === me.id) : null;
      // What was written before it was known is added to it, not put in its place.
      if (own) this.#show(this.#touched ? { codes: [...own.codes, ...this.#codes], note: this.#note.value || own.note } : own);
    } catch { /* What is written now takes its place. */ }
  }

  #show({ codes, note }) {
    this.#codes = new Set(codes);
    this.#note.value = note;
    this.#draw();
  }

  #draw() { for (const chip of this.#chips.children) chip.setAttribute('aria-pressed', String(this.#codes.has(chip.dataset.code))); }

  #toggle(code) {
    if (!this.#codes.delete(code)) this.#codes.add(code);
    this.#draw();
    this.#soon();
  }

  #soon(after = SAVE_AFTER) {
    this.#touched = true;
    sessionStorage.setItem(DRAFT + this.#call, JSON.stringify(this.#values()));
    clearTimeout(this.#timer);
    this.#status.textContent = '…';
    this.#timer = setTimeout(() => this.save(), after);
  }

  #values() { return { codes: [...this.#codes], note: this.#note.value }; }

  async save() {
    clearTimeout(this.#timer);
    await this.#loaded;
    if (!this.#touched) return;
    const sent = this.#values(), refusal = await writeUp(this.#call, sent.codes, sent.note);
    if (refusal === null) {
      if (JSON.stringify(sent) === JSON.stringify(this.#values())) { this.#touched = false; sessionStorage.setItem(DRAFT + this.#call, JSON.stringify({ ...sent, saved: true })); }
      this.#status.textContent = say('customer.status.saved');
    } else if (refusal === 'line' || refusal === 'slow') {
      this.#status.textContent = say('customer.status.unreachable');
      this.#timer = setTimeout(() => this.save(), TRY_AGAIN);
    } else {
      this.#status.textContent = '';
      refused(refusal);
    }
  }
}
