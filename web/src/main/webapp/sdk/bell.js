/* What is heard before a call: the bell of a page that is the phone, and what tells that a call is being answered by itself. Nothing when the browser has not been clicked at yet. */
const RING = { hertz: [440, 480], seconds: 1, everyMs: 4000 };
const AUTO_ANSWER = { hertz: [880, 1320], seconds: 0.12 };
const LOUDNESS = 0.15;

export class Bell {
  #audio = null;
  #ringing = null;

  ring() {
    this.quiet();
    const once = () => this.#tone(RING.hertz, RING.seconds);
    once();
    this.#ringing = setInterval(once, RING.everyMs);
  }

  quiet() { clearInterval(this.#ringing); this.#ringing = null; }

  /** Two short rising tones, unlike the ring. */
  warn() { AUTO_ANSWER.hertz.forEach((hertz, n) => this.#tone([hertz], AUTO_ANSWER.seconds, n * AUTO_ANSWER.seconds)); }

  #tone(frequencies, seconds, after = 0) {
    this.#audio ??= new AudioContext();
    this.#audio.resume();
    const begin = this.#audio.currentTime + after, volume = new GainNode(this.#audio, { gain: LOUDNESS });
    volume.connect(this.#audio.destination);
    for (const frequency of frequencies) {
      const tone = new OscillatorNode(this.#audio, { frequency });
      tone.connect(volume);
      tone.start(begin);
      tone.stop(begin + seconds);
    }
  }
}
