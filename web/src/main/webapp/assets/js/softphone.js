/* The page as the agent's phone. It registers by a token of the portal, only where the agent has switched it on, and in one tab
   at a time. */
import { BrowserPhone, silence } from '../../sdk/browser-phone.js';
import { me, base, notice, dismiss, say } from './format.js';
import { microphone, onChoice } from './devices.js';
import { onReturn } from './line.js';
import { watch } from './voice-quality.js';
import { Sound } from './softphone-sound.js';

const SETTING = 'zongji-phone';
const MUTED = `${SETTING}-muted`;
const SINCE = `${SETTING}-since`;

/** Tells of every change: off, elsewhere (another tab has it), connecting, ready, lost, ringing, talking. */
export class Softphone extends BrowserPhone {
  #changed;
  #release = null;
  #tabs = new BroadcastChannel(`${SETTING}-${me?.phone}`);
  #tab = crypto.randomUUID();
  since = 0;
  muted = false;
  sound = new Sound();

  constructor(changed) {
    super();
    this.#changed = changed;
    if (!Softphone.possible) return;
    if (localStorage.getItem(SETTING) === me.phone) this.#begin();
    onChoice(() => this.#otherMicrophone());
    onReturn(() => this.checkLine());
    this.#tabs.onmessage = ({ data }) => this.#told(data);
    addEventListener('storage', ({ key }) => { if (key === SETTING) this.#follow(); });
  }

  /** Browsers give the microphone to secure pages only. */
  static get possible() { return Boolean(me?.phone && isSecureContext && navigator.mediaDevices && navigator.locks); }

  get bell() { return this.sound.bell; }

  get on() { return this.state !== 'off'; }

  switchOn() {
    localStorage.setItem(SETTING, me.phone);
    if (window.Notification?.permission === 'default') Notification.requestPermission();
    this.#begin();
  }

  switchOff() {
    localStorage.removeItem(SETTING);
    this.disconnect();
    this.#release?.();
    this.#release = null;
  }

  /** The choice holds for all tabs, but ends no call. */
  #follow() {
    const chosen = localStorage.getItem(SETTING) === me.phone;
    if (chosen && !this.on) this.#begin();
    else if (!chosen && this.on && !this.session) this.switchOff();
  }

  /** A second tab waits until the first is closed, or takes its place. */
  #begin(steal = false) {
    this.become('elsewhere');
    const done = new AbortController();
    let mine = false;
    this.#release = () => done.abort();
    navigator.locks.request(`${SETTING}-${me.phone}`, steal ? { steal } : { signal: done.signal }, () => new Promise(free => {
      mine = true;
      this.#release = free;
      this.connect({ server: base, extension: me.phone, instance: page(), key: token });
    })).catch(() => {
      // Another tab has taken it; otherwise it was switched off before it was this tab's turn.
      if (mine) { this.disconnect(); this.#begin(); }
    });
  }

  /** Has this tab be the phone, instead of the one that is. */
  take() { if (this.state === 'elsewhere') this.#tabs.postMessage({ asks: this.#tab }); }

  /** What another tab asks or answers. A call goes on where it is: its voice is there. */
  #told({ asks, to, free }) {
    const holds = !['off', 'elsewhere'].includes(this.state);
    if (asks && holds) this.#tabs.postMessage({ to: asks, free: !this.session });
    else if (to === this.#tab && this.state === 'elsewhere') {
      if (!free) notice(say('phone.elsewhere.call'), true, 'elsewhere');
      else { this.#release(); this.#begin(true); }
    }
  }

  over() { this.#follow(); }

  talks(again) {
    // The time of the talk goes on where a reload has cut it.
    const before = Number(sessionStorage.getItem(SINCE));
    this.since = again && before ? before : Date.now();
    sessionStorage.setItem(SINCE, String(this.since));
    watch(this.session.connection);
    this.sound.talk(this.session.connection);
    // Who was not to be heard is not heard after a reload either.
    if (again && sessionStorage.getItem(MUTED)) this.#mute(true); else { this.muted = false; sessionStorage.removeItem(MUTED); }
  }

  voice(lost) { if (lost) notice(say('phone.noVoice'), true, 'voice', true); else dismiss('voice'); }

  microphone() { return microphone(); }

  hears(track) {
    this.sound.play(new MediaStream([track])).catch(() => notice(say('phone.click'), true));
  }

  async answer() {
    try { await super.answer(); } catch { notice(say('phone.microphone'), true); }
  }

  /** Another microphone in the middle of a call: the other side hears it at once. */
  async #otherMicrophone() {
    const session = this.session, sender = session?.connection?.getSenders().find(one => one.track?.kind === 'audio');
    if (this.state !== 'talking' || !sender) return;
    try {
      const stream = await microphone(), [track] = stream.getAudioTracks(), old = sender.track;
      if (session.isEnded()) { silence(stream); return; }
      track.enabled = !this.muted;
      await sender.replaceTrack(track);
      old.stop();
      session.on('ended', () => track.stop());
      session.on('failed', () => track.stop());
      this.sound.talk(session.connection);
    } catch { notice(say('phone.microphone'), true); }
  }

  mute() {
    if (this.state !== 'talking') return;
    this.#mute(!this.muted);
    this.#changed(this);
  }

  #mute(muted) {
    this.muted = muted;
    if (muted) { this.session.mute({ audio: true }); sessionStorage.setItem(MUTED, 'yes'); }
    else { this.session.unmute({ audio: true }); sessionStorage.removeItem(MUTED); }
  }

  digit(key) { if (this.state === 'talking') this.session.sendDTMF(key, { transportType: 'RFC2833', duration: 120, interToneGap: 80 }); }

  idle(state) {
    this.muted = false;
    this.sound.silence();
    super.idle(state);
  }

  become(state) {
    super.become(state);
    if (state === 'ready') dismiss('state');
    this.#changed(this);
  }
}

/** A token begins one registration; the next needs another. */
async function token() {
  const answer = await fetch(`${base}/desk/phone`, { method: 'POST', cache: 'no-store' });
  return answer.ok ? answer.json() : null;
}

/** Names this tab, also after a reload, so that the server knows who is back. */
function page() {
  let id = sessionStorage.getItem(SETTING);
  if (!id) sessionStorage.setItem(SETTING, id = crypto.randomUUID());
  return id;
}
