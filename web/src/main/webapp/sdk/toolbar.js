/* <zongji-toolbar>: state, the call in hand and its buttons, for any page. Set its property zongji to a connected client. */
import { words } from './words.js';

const LOOK = `:host{display:block;font:14px/1.4 system-ui,"Noto Sans CJK SC",sans-serif;color:var(--zongji-text,#1c1e26);background:var(--zongji-surface,#fff);border:1px solid var(--zongji-line,#d5d9e2);border-radius:8px;padding:8px 12px}
.bar{display:flex;flex-wrap:wrap;gap:8px;align-items:center}.state{font-weight:600;padding:2px 10px;border-radius:12px;background:#eceef3}.IDLE{background:#d9f2e0}.OFFERED,.ringing{background:#ffe8b8}.TALKING{background:#d8e6ff}.WRAP_UP{background:#eadcff}.LOST{background:#ffd9d6}
.number{font-weight:600;font-variant-numeric:tabular-nums}.call{display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:4px 8px;border-radius:6px;background:#f3f5f9}.call.ringing{background:#ffe8b8}
button,input,select{font:inherit;padding:4px 12px;border-radius:6px;border:1px solid #b9c0ce;background:#fff;color:inherit}button{cursor:pointer}button.first{background:#3d43c4;border-color:#3d43c4;color:#fff}button:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid #3d43c4;outline-offset:1px}input{width:11em}
.told{color:#a3140d;flex-basis:100%}.asked{flex-basis:100%}form{display:flex;gap:8px}`;

const STATES = { SIGNED_OUT: ['signIn'], IDLE: ['setBusy', 'setRest', 'signOut'], BUSY: ['setReady', 'setRest', 'signOut'], REST: ['setReady', 'signOut'], WRAP_UP: ['setReady', 'setBusy'], TALKING: [], OFFERED: [], LOST: ['signOut'] };

export class ZongjiToolbar extends HTMLElement {
  #client = null;
  #ends = [];
  #drawn = '';
  #told = '';
  /** The state in which a rest was asked for that has to be allowed; null for none. */
  #asked = null;
  #target = '';
  #reasons = [];

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  set zongji(client) {
    this.#ends.forEach(end => end());
    this.#client = client;
    this.#ends = client ? [client.on('change', () => this.#draw()), client.on('phone', () => this.#draw())] : [];
    this.#drawn = '';
    this.#draw();
    // Without them, busy and rest have no reason.
    client?.reasons().then(reasons => { this.#reasons = reasons || []; this.#drawn = ''; this.#draw(); }).catch(() => {});
  }
  get zongji() { return this.#client; }

  connectedCallback() { this.#draw(); }
  disconnectedCallback() { this.zongji = null; }

  get #say() { return words(this.closest('[lang]')?.lang || navigator.language); }

  /** Which buttons a call has now, the likeliest first. */
  static buttons(client, call) {
    const mine = client.myLeg(call);
    if (client.isRinging(call)) return client.phone?.rings || mine?.answerable && !mine.announcing ? ['answer', 'hangUp'] : ['hangUp'];
    if (!mine || call.agent !== client.me.agent || client.isDialling(call)) return ['hangUp'];
    const others = call.legs.filter(leg => leg !== mine && !leg.ended && leg.role !== 'supervisor');
    const colleague = others.find(leg => leg.role === 'colleague');
    if (!colleague) return [others.some(leg => leg.state === 'HOLD') ? 'retrieve' : 'hold', 'hangUp', 'consult', 'transfer'];
    if (!['CONNECTED', 'HOLD'].includes(colleague.state)) return ['reconnect', 'transfer'];
    return others.some(leg => leg.state === 'HOLD') ? ['transfer', 'conference', 'alternate', 'reconnect'] : ['hold', 'hangUp'];
  }

  #draw() {
    const client = this.#client;
    if (!client || !this.isConnected) { this.shadowRoot.replaceChildren(); this.#drawn = ''; return; }
    const agent = client.agent, calls = [...client.calls.values()].filter(call => client.myLeg(call) || client.isRinging(call));
    const picture = JSON.stringify([client.connected, agent?.state, this.#told, this.#asked, client.phone?.state, client.phone?.voiceLost, calls.map(call => [call.id, client.numberOf(call), client.isRinging(call), call.stage, client.myLeg(call)?.announcing, ZongjiToolbar.buttons(client, call)])]);
    if (picture === this.#drawn) return;
    this.#drawn = picture;
    const focused = this.shadowRoot.activeElement?.dataset.do || this.shadowRoot.activeElement?.name, say = this.#say, state = agent?.state || 'SIGNED_OUT';
    const bar = part('div', { className: 'bar', role: 'group', ariaLabel: say.toolbar }, part('span', { className: `state ${state}`, role: 'status' }, say[state]));
    bar.querySelector('.state').dataset.state = state;
    calls.forEach(call => bar.append(this.#call(call, say)));
    if (!calls.length) { STATES[state].forEach((what, n) => bar.append(this.#stateButton(what, say, n === 0))); if (['IDLE', 'BUSY'].includes(state)) bar.append(this.#dial('make', say)); }
    if (!client.connected) bar.append(part('span', { className: 'told', role: 'alert' }, say.line));
    else if (this.#told) bar.append(part('span', { className: 'told', role: 'alert' }, this.#told));
    if (this.#asked === state) bar.append(part('span', { className: 'asked', role: 'status' }, say.restAsked));
    if (client.phone?.voiceLost) bar.append(part('span', { className: 'told voice', role: 'alert' }, say.noVoice));
    this.shadowRoot.replaceChildren(bar);
    if (focused) this.shadowRoot.querySelector(`[data-do="${focused}"],[name="${focused}"]`)?.focus();
  }

  #call(call, say) {
    const buttons = ZongjiToolbar.buttons(this.#client, call), ringing = this.#client.isRinging(call);
    const row = part('div', { className: ringing ? 'call ringing' : 'call' }, part('span', { className: 'number' }, this.#client.numberOf(call) || say.withheld));
    row.dataset.call = call.id;
    row.dataset.ringing = ringing;
    if (ringing && !buttons.includes('answer') && !this.#client.myLeg(call)?.announcing) row.append(part('span', {}, say.atPhone));
    const dials = buttons.includes('consult');
    buttons.filter(what => !(dials && ['consult', 'transfer'].includes(what))).forEach((what, n) => row.append(this.#button(what, say, n === 0, call)));
    if (dials) row.append(this.#dial('consult', say, call, 'transfer'));
    return row;
  }

  /** Busy and rest ask for a reason where some are set up. */
  #stateButton(what, say, first) {
    const reasons = this.#reasons.filter(reason => reason.use === { setBusy: 'BUSY', setRest: 'REST' }[what]);
    if (!reasons.length) return this.#button(what, say, first);
    const choice = part('select', { ariaLabel: say[what] }, part('option', { value: '' }, say[what]),
      ...reasons.map(reason => part('option', { value: reason.code }, say.chinese ? reason.chinese : reason.english)));
    choice.dataset.do = what;
    choice.onchange = () => { const reason = choice.value; choice.value = ''; this.#do(() => this.#client[what](reason)); };
    return choice;
  }

  #button(what, say, first, call) {
    const button = part('button', { type: 'button', className: first ? 'first' : '' }, say[what]);
    button.dataset.do = what;
    button.onclick = () => this.#do(() => (what === 'transfer' ? this.#client.transfer('', call) : this.#client[what](...(call ? [call] : []))));
    return button;
  }

  #dial(first, say, call, second) {
    const field = part('input', { name: 'target', inputMode: 'tel', placeholder: say.target, ariaLabel: say.target, autocomplete: 'off', value: this.#target });
    field.oninput = () => { this.#target = field.value; };
    const go = what => { const target = field.value.trim(); if (!target) field.focus(); else this.#do(() => this.#client[what](target, ...(call ? [call] : []))).then(() => { this.#target = ''; }); };
    const form = part('form', {}, field, ...[first, second].filter(Boolean).map(what => {
      const button = part('button', { type: what === first ? 'submit' : 'button' }, say[what]);
      button.dataset.do = what;
      if (what !== first) button.onclick = () => go(what);
      return button;
    }));
    form.onsubmit = event => { event.preventDefault(); go(first); };
    return form;
  }

  async #do(what) {
    this.#told = '';
    this.#asked = null;
    try { if (await what() === 'asked') this.#asked = this.#client.agent?.state; } catch (error) { this.#told = error.message; }
    this.#draw();
  }
}

function part(name, properties, ...children) {
  const { role, ...rest } = properties, node = Object.assign(document.createElement(name), rest);
  if (role) node.setAttribute('role', role);
  node.append(...children);
  return node;
}

if (!customElements.get('zongji-toolbar')) customElements.define('zongji-toolbar', ZongjiToolbar);
