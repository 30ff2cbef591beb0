/* A customer's record as a form that saves by itself. What is typed is in the browser's session before it is on the server, so that
   neither the next call nor a lost line takes it away. */
import { say, el, knows, login, holdFocus } from './format.js';
import { ofNumber, create, change, merge, remove, pick, sure, titleOf } from './customers.js';
import { dialable } from './dial.js';

const SAVE_AFTER = 700;
const TRY_AGAIN = 4000;
/** Each person's own: several may work at one computer. */
const DRAFT = `zongji-draft-${login}-`;
const LEVELS = ['NORMAL', 'IMPORTANT', 'VIP'];

/** Whose form holds something that is not on the server, by number or record. */
export const drafts = () => Object.keys(sessionStorage).filter(key => key.startsWith(DRAFT)).map(key => key.slice(DRAFT.length));

/** One form for one number, or for one record. Tells `changed` with the record whenever it is another. */
export class CustomerForm {
  customer = null;
  #number; #changed; #rights; #typed = new Set(); #timer = null; #status; #fields = {}; #numbers; #actions; #turn = Promise.resolve(); #sentNotes = null;

  constructor({ number = '', customer = null, rights = { edit: true }, changed = () => {} }) {
    this.#number = number;
    this.#changed = changed;
    this.#rights = rights;
    this.node = this.#build();
    if (customer) this.#take(customer); else this.#load();
  }

  get subject() { return this.customer ? this.customer.id : this.#number; }

  #build() {
    const field = (name, make, cls = '') => {
      const node = this.#fields[name] = make;
      node.name = name;
      node.disabled = !this.#rights.edit;
      node.addEventListener('input', () => this.#input(name));
      return el('label', { class: `field ${cls}` }, el('span', {}, say('customer.' + name)), node);
    };
    this.#numbers = el('div', { class: 'customer-numbers' }, this.#numberField());
    this.#status = el('p', { class: 'customer-status muted', role: 'status' });
    this.#actions = el('div', { class: 'customer-actions' });
    return el('form', { class: 'customer', 'aria-label': say('customer.title'), onsubmit: event => { event.preventDefault(); this.#submit(); } },
      field('name', el('input', { type: 'text', maxlength: 200, autocomplete: 'off' })),
      field('company', el('input', { type: 'text', maxlength: 200, autocomplete: 'off' })),
      field('level', el('select', {}, ...LEVELS.map(level => el('option', { value: level }, say('customer.level.' + level)))), 'customer-level'),
      el('div', { class: 'field customer-numbers-field' }, el('span', {}, say('customer.numbers')), this.#numbers),
      field('notes', el('textarea', { rows: 3, maxlength: 10000, placeholder: say('customer.notes.hint') }), 'customer-notes'),
      el('div', { class: 'customer-foot' }, this.#status, this.#actions));
  }

  async #load() {
    this.#say('');
    try {
      const found = this.#number ? await ofNumber(this.#number) : null;
      if (found) this.#take(found); else this.#first();
    } catch {
      this.#say('unreachable');
      setTimeout(() => { if (this.node.isConnected) this.#load(); }, TRY_AGAIN);
    }
  }

  /** Nobody is known under this number: an empty form with the number filled in. */
  #first() {
    this.node.dataset.customer = '';
    this.#restore();
    this.#drawNumbers(this.#number ? [this.#number] : []);
    this.#drawActions();
    this.#say(this.#number ? 'first' : 'withheld');
    this.#changed(null);
  }

  #take(customer) {
    this.customer = customer;
    this.node.dataset.customer = customer.id;
    for (const [name, field] of Object.entries(this.#fields)) if (!this.#typed.has(name)) field.value = customer[name];
    this.#restore();
    this.#drawNumbers(customer.numbers);
    this.#drawActions();
    this.#changed(customer);
  }

  #key() { return DRAFT + this.subject; }

  #keep() {
    const values = Object.fromEntries([...this.#typed].map(name => [name, this.#fields[name].value]));
    if (this.#typed.size) sessionStorage.setItem(this.#key(), JSON.stringify(values)); else sessionStorage.removeItem(this.#key());
  }

  #restore() {
    const kept = JSON.parse(sessionStorage.getItem(this.#key()) || '{}');
    for (const [name, value] of Object.entries(kept)) {
      this.#typed.add(name);
      this.#fields[name].value = value;
    }
    if (this.customer && this.#typed.size) this.#soon(0);
  }

  #input(name) {
    this.#typed.add(name);
    this.#keep();
    this.#say('typing');
    if (this.customer) this.#soon(SAVE_AFTER);
  }

  #soon(after) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), after);
  }

  #values() { return Object.fromEntries([...this.#typed].map(name => [name, this.#fields[name].value])); }

  /** What was typed since is not on the server yet. */
  #saved(sent) {
    for (const [name, text] of Object.entries(sent)) if (this.#fields[name]?.value === text) this.#typed.delete(name);
  }

  async #submit() {
    if (this.customer) { this.#soon(0); return; }
    if (!this.#rights.edit) return;
    this.#say('saving');
    try {
      const sent = this.#values();
      const { ok, value } = await create({ ...sent, numbers: this.#number ? [this.#number] : [] });
      sessionStorage.removeItem(this.#key());
      if (ok) this.#saved(sent);
      // Somebody was quicker: what was typed here goes into that record.
      this.#take(ok ? value : value.customer);
      if (ok) this.#say('created');
      if (this.#typed.size) { this.#keep(); this.#soon(0); }
    } catch { this.#say('unreachable'); }
  }

  /**
   * One after the other, since each names the version that the one before has made. `renumber` tells the new numbers from those there are.
   * Tells whether something was saved.
   */
  #save(renumber = null) {
    this.#turn = this.#turn.then(() => this.#send(renumber));
    return this.#turn;
  }

  async #send(renumber) {
    const before = this.customer;
    const sent = { ...this.#values(), ...(renumber && { numbers: renumber(before.numbers) }) };
    if (!before || !Object.keys(sent).length) return false;
    this.#say('saving');
    try {
      const { ok, value } = await change(before, sent);
      if (!ok) return this.#inTheWay(value, before, renumber);
      this.#saved(sent);
      this.#keep();
      this.#take(value);
      this.#say(this.#typed.size ? 'typing' : 'saved');
      return true;
    } catch {
      // Perhaps only the answer was lost: these notes in the record are no colleague's.
      this.#sentNotes = sent.notes ?? this.#sentNotes;
      this.#say('unreachable');
      this.#soon(TRY_AGAIN);
      return false;
    }
  }

  /** A colleague has written too: nobody's notes or numbers are lost, else the last word counts. */
  #inTheWay({ code, customer }, before, renumber) {
    if (!customer) { this.#soon(SAVE_AFTER); return false; }
    if (code !== 'changedMeanwhile') { this.#say(code, titleOf(customer)); return false; }
    if (this.#typed.has('notes') && ![before.notes, this.#sentNotes, this.#fields.notes.value].includes(customer.notes)) {
      this.#fields.notes.value = `${customer.notes}\n${this.#fields.notes.value}`;
      this.#keep();
    }
    this.#take(customer);
    return this.#send(renumber);
  }

  /** Its text and the keyboard's focus stay while a save comes back. */
  #numberField() {
    const field = el('input', { type: 'text', inputmode: 'tel', maxlength: 64, placeholder: say('customer.number.add'), 'aria-label': say('customer.number.add'), autocomplete: 'off' });
    field.addEventListener('keydown', async event => {
      const number = field.value.trim();
      if (event.key !== 'Enter') return;
      event.preventDefault();
      if (number && await this.#save(now => [...now, number])) field.value = '';
    });
    return field;
  }

  #drawNumbers(numbers) {
    const editable = Boolean(this.customer && this.#rights.edit);
    this.#numbers.querySelectorAll('.customer-number').forEach(chip => chip.remove());
    this.#numbers.prepend(...numbers.map(number => el('span', { class: 'customer-number' }, dialable(number),
      editable && numbers.length > 1 ? el('button', { type: 'button', class: 'tiny', 'aria-label': say('customer.number.remove', number), onclick: () => this.#save(now => now.filter(one => one !== number)) }, '×') : null)));
    this.#numbers.querySelector('input').hidden = !editable;
  }

  #drawActions() {
    const button = (key, act, cls = 'button quiet', type = 'button') => el('button', { type, class: cls, 'data-customer-act': key, onclick: act }, say('customer.' + key));
    const kind = this.customer ? 'known' : 'new';
    if (!this.#rights.edit || this.#actions.dataset.kind === kind) return;
    this.#actions.dataset.kind = kind;
    const had = this.#actions.contains(document.activeElement);
    this.#actions.replaceChildren(...(this.customer
      ? [button('merge', () => this.#merge()), this.#rights.remove ? button('remove', () => this.#remove(), 'button quiet danger') : '']
      : [this.#number ? button('known', () => this.#known()) : '', button('create', null, 'button primary', 'submit')]));
    if (had) holdFocus(this.#actions);
  }

  /** The caller is a customer who is known under another number. */
  async #known() {
    const one = await pick(say('customer.known'));
    if (!one) return;
    sessionStorage.removeItem(this.#key());
    this.customer = one;
    this.#keep();
    await this.#save(now => [...now, this.#number]);
  }

  async #merge() {
    const other = await pick(say('customer.merge.with', titleOf(this.customer)), this.customer.id);
    if (!other || !await sure(say('customer.merge'), say('customer.merge.text', titleOf(other), other.numbers.join(', ') || '–', titleOf(this.customer)), say('customer.merge.yes'))) return;
    try {
      const { ok, value } = await merge(this.customer, other);
      if (ok) this.#take(value);
      this.#say(ok ? 'merged' : value.code === 'notesTooLong' ? 'notesTooLong' : 'changedMeanwhile');
    } catch { this.#say('unreachable'); }
  }

  async #remove() {
    if (!await sure(say('customer.remove'), say('customer.remove.text', titleOf(this.customer)), say('customer.remove'))) return;
    try {
      if (!(await remove(this.customer)).ok) { this.#say('changedMeanwhile'); return; }
      sessionStorage.removeItem(this.#key());
      this.customer = null;
      this.#changed(null, true);
    } catch { this.#say('unreachable'); }
  }

  #say(key, ...values) {
    const name = 'customer.status.' + key;
    this.#status.textContent = key && knows(name) ? say(name, ...values) : '';
    this.node.dataset.status = key;
  }
}
