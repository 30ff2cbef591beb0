/* The page as the agent's phone. It registers by a token of the portal, only where the agent has switched it on, and in one tab
   at a time. A call that was going on when the page was left is offered again by the server, and is answered at once. */
import JsSIP from '../lib/jssip/jssip.js';
import { me, base, notice, dismiss, say } from './format.js';
import { microphone, onChoice } from './devices.js';
import { onReturn } from './line.js';
import { watch } from './voice-quality.js';
import { watchPath } from './voice-path.js';
import { Sound } from './softphone-sound.js';

const SETTING = 'zongji-phone';
const MUTED = `${SETTING}-muted`;
const SINCE = `${SETTING}-since`;
const RESUMES = 'X-Zongji-Resumes';
const ANSWER_MODE = 'Answer-Mode';
const RETRY_MS = 2000;
const ANSWER_MS = 4000;

/** Tells of every change: off, elsewhere (another tab has it), connecting, ready, lost, ringing, talking. */
export class Softphone {
  #changed;
  #agent = null;
  #session = null;
  #release = null;
  #retry = null;
  state = 'off';
  from = '';
  since = 0;
  muted = false;
  sound = new Sound();

  constructor(changed) {
    this.#changed = changed;
    if (!Softphone.possible) return;
    if (localStorage.getItem(SETTING) === me.phone) this.#begin();
    onChoice(() => this.#otherMicrophone());
    onReturn(() => this.#checkLine());
    addEventListener('storage', ({ key }) => { if (key === SETTING) this.#follow(); });
  }

  /** Browsers give the microphone to secure pages only. */
  static get possible() { return Boolean(me?.phone && isSecureContext && navigator.mediaDevices && navigator.locks); }

  get on() { return this.state !== 'off'; }

  switchOn() {
    localStorage.setItem(SETTING, me.phone);
    if (window.Notification?.permission === 'default') Notification.requestPermission();
    this.#begin();
  }

  switchOff() {
    localStorage.removeItem(SETTING);
    clearTimeout(this.#retry);
    this.#agent?.stop();
    this.#agent = null;
    this.#release?.();
    this.#release = null;
    this.#idle('off');
  }

  /** The choice holds for all tabs, but ends no call. */
  #follow() {
    const chosen = localStorage.getItem(SETTING) === me.phone;
    if (chosen && !this.on) this.#begin();
    else if (!chosen && this.on && !this.#session) this.switchOff();
  }

  /** A second tab waits until the first is closed. */
  #begin() {
    this.#become('elsewhere');
    const done = new AbortController();
    this.#release = () => done.abort();
    navigator.locks.request(`${SETTING}-${me.phone}`, { signal: done.signal }, () => new Promise(free => {
      this.#release = free;
      this.#connect();
    })).catch(() => { /* Switched off before it was this tab's turn. */ });
  }

  #connect() {
    this.#become('connecting');
    const url = new URL(`${base}/sip`, location.href);
    url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const agent = this.#agent = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(url.href)],
      uri: `sip:${me.phone}@${location.hostname}`,
      instance_id: page(),
      register: false,
      session_timers: false,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 4,
    });
    agent.on('connected', () => this.#register(agent));
    agent.on('disconnected', () => { if (agent === this.#agent && !this.#session) this.#become('lost'); });
    agent.on('registered', () => { if (!this.#session) this.#become('ready'); });
    agent.on('registrationExpiring', () => this.#register(agent));
    agent.on('registrationFailed', () => {
      if (agent !== this.#agent) return;
      if (!this.#session) this.#become('lost');
      this.#later(() => this.#register(agent));
    });
    agent.on('newRTCSession', ({ session, request }) => this.#called(session, request));
    agent.start();
  }

  /**
   * The page was cut off for a while, as when a router at home gets another address. The phone's own line, which nothing goes over for a minute,
   * may be dead since: it would be found out too late for the call that goes on, and for the next one.
   */
  #checkLine() {
    const agent = this.#agent;
    if (!agent?.isConnected()) return;
    const late = setTimeout(() => {
      if (agent !== this.#agent) return;
      agent.transport.disconnect();
      agent.transport.connect();
    }, ANSWER_MS);
    agent.once('registered', () => clearTimeout(late));
    this.#register(agent);
  }

  /** A token begins one registration; the next needs another. */
  async #register(agent) {
    const token = await this.#token();
    if (agent !== this.#agent || !agent.isConnected()) return;
    if (!token) { this.#later(() => this.#register(agent)); return; }
    agent.set('authorization_user', token.user);
    agent.set('realm', token.realm);
    agent.set('ha1', token.secret);
    agent.registrator().register();
  }

  #later(what) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(what, RETRY_MS);
  }

  async #token() {
    try {
      const answer = await fetch(`${base}/desk/phone`, { method: 'POST', cache: 'no-store' });
      return answer.ok ? await answer.json() : null;
    } catch { return null; }
  }

  #called(session, request) {
    const resumes = request.getHeader(RESUMES);
    if (session.direction !== 'incoming' || this.#session && !resumes) {
      session.terminate({ status_code: 486 });
      return;
    }
    const before = this.#session;
    this.#session = session;
    this.from = session.remote_identity.display_name || session.remote_identity.uri.user;
    session.on('peerconnection', ({ peerconnection }) => peerconnection.addEventListener('track', event => this.#hear(event.track)));
    session.on('confirmed', () => { if (session === this.#session) this.#talk(Boolean(resumes)); });
    const over = () => {
      if (session !== this.#session) return;
      this.#idle(this.#agent?.isRegistered() ? 'ready' : 'lost');
      this.#follow();
    };
    session.on('ended', over);
    session.on('failed', over);
    // The server has given up the dialog that it replaces.
    if (before && !before.isEnded()) before.terminate();
    if (resumes) this.answer();
    else if (request.getHeader(ANSWER_MODE) === 'Auto') { this.sound.warn(); this.answer(); }
    else { this.#become('ringing'); this.sound.ring(); }
  }

  #talk(again) {
    // The time of the talk goes on where a reload has cut it.
    const before = Number(sessionStorage.getItem(SINCE));
    this.since = again && before ? before : Date.now();
    sessionStorage.setItem(SINCE, String(this.since));
    watch(this.#session.connection);
    watchPath(this.#session.connection);
    this.sound.talk(this.#session.connection);
    this.#become('talking');
    // Who was not to be heard is not heard after a reload either.
    this.muted = false;
    if (again && sessionStorage.getItem(MUTED)) this.mute(); else sessionStorage.removeItem(MUTED);
  }

  #hear(track) {
    this.sound.play(new MediaStream([track])).catch(() => notice(say('phone.click'), true));
  }

  async answer() {
    const session = this.#session;
    if (!session || session.isEstablished()) return;
    this.sound.quiet();
    try {
      const mediaStream = await microphone();
      if (session.isEnded()) mediaStream.getTracks().forEach(track => track.stop());
      else { session.on('ended', () => stop(mediaStream)); session.on('failed', () => stop(mediaStream)); session.answer({ mediaStream, pcConfig: { iceServers: [] } }); }
    } catch {
      notice(say('phone.microphone'), true);
      if (!session.isEnded()) session.terminate({ status_code: 480 });
    }
  }

  /** Another microphone in the middle of a call: the other side hears it at once. */
  async #otherMicrophone() {
    const session = this.#session, sender = session?.connection?.getSenders().find(one => one.track?.kind === 'audio');
    if (this.state !== 'talking' || !sender) return;
    try {
      const stream = await microphone(), [track] = stream.getAudioTracks(), old = sender.track;
      if (session.isEnded()) { stop(stream); return; }
      track.enabled = !this.muted;
      await sender.replaceTrack(track);
      old.stop();
      session.on('ended', () => track.stop());
      session.on('failed', () => track.stop());
      this.sound.talk(session.connection);
    } catch { notice(say('phone.microphone'), true); }
  }

  hangUp() { if (this.#session && !this.#session.isEnded()) this.#session.terminate(this.state === 'ringing' ? { status_code: 603 } : {}); }

  mute() {
    if (this.state !== 'talking') return;
    this.muted = !this.muted;
    if (this.muted) { this.#session.mute({ audio: true }); sessionStorage.setItem(MUTED, 'yes'); }
    else { this.#session.unmute({ audio: true }); sessionStorage.removeItem(MUTED); }
    this.#changed(this);
  }

  digit(key) { if (this.state === 'talking') this.#session.sendDTMF(key, { transportType: 'RFC2833', duration: 120, interToneGap: 80 }); }

  #idle(state) {
    this.#session = null;
    this.muted = false;
    this.sound.quiet();
    this.sound.silence();
    this.#become(state);
  }

  #become(state) {
    this.state = state;
    if (state === 'ready') dismiss('state');
    this.#changed(this);
  }
}

function stop(stream) { stream.getTracks().forEach(track => track.stop()); }

/** Names this tab, also after a reload, so that the server knows who is back. */
function page() {
  let id = sessionStorage.getItem(SETTING);
  if (!id) sessionStorage.setItem(SETTING, id = crypto.randomUUID());
  return id;
}
