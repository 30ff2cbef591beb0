/* A page of another application as the agent's phone. */
import { Bell } from './bell.js';
import { BrowserPhone } from './browser-phone.js';

const MEDIA = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } };
const RETRY_MS = 2000;

/** Tells of every change of its state: connecting, ready, ringing, talking, lost, off; and of whether voice gets through. */
export class Phone extends BrowserPhone {
  #changed;
  #key;
  #stopped = false;
  #sound = new Audio();
  bell = new Bell();
  /** Whether the call is silent, as no voice gets through: its network may let no UDP out. */
  voiceLost = false;

  constructor(server, token, ask, changed) {
    super();
    this.#changed = changed;
    this.#key = () => ask('/me/phone');
    this.#sound.autoplay = true;
    this.state = 'connecting';
    this.#start(server, token);
  }

  async #start(server, token) {
    while (!this.#stopped) {
      const key = await this.#key().catch(() => null);
      if (this.#stopped) return;
      if (key) { this.connect({ server, token, extension: key.extension, key: this.#key }); return; }
      this.become('lost');
      await new Promise(done => setTimeout(done, RETRY_MS));
    }
  }

  /** The page is no phone any more. */
  stop() {
    this.#stopped = true;
    this.disconnect();
  }

  microphone() { return navigator.mediaDevices.getUserMedia(MEDIA); }

  hears(track) {
    this.#sound.srcObject = new MediaStream([track]);
    this.#sound.play().catch(() => document.addEventListener('click', () => this.#sound.play(), { once: true }));
  }

  voice(lost) {
    if (this.voiceLost === lost) return;
    this.voiceLost = lost;
    this.#changed();
  }

  idle(state) {
    this.#sound.srcObject = null;
    this.voiceLost = false;
    super.idle(state);
  }

  become(state) {
    if (this.state === state) return;
    super.become(state);
    this.#changed();
  }
}
